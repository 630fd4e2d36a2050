using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace AiNewsBot.Configuration;

/// <summary>The keys of the configuration, read from the settings' own properties: a new setting is known by being there.</summary>
internal sealed class KeyTree
{
    private readonly Dictionary<string, KeyTree> _children = new(StringComparer.OrdinalIgnoreCase);

    private KeyTree(string name, Type? value) => (Name, Value) = (name, value);

    /// <summary>All sections.</summary>
    public static KeyTree Root { get; } = CreateRoot();

    /// <summary>As it is spelled in the documentation.</summary>
    public string Name { get; }

    /// <summary>The type of its value; null where it has none of its own.</summary>
    public Type? Value { get; }

    /// <summary>What each numbered entry under it has; null where it is no list.</summary>
    public KeyTree? Entry { get; private init; }

    /// <summary>Whether any key may stand under it: names of log categories.</summary>
    public bool IsOpen { get; private init; }

    public IEnumerable<KeyTree> Children => _children.Values;

    public KeyTree? Find(string name) => _children.GetValueOrDefault(name)
        ?? (Entry is not null && name.All(char.IsAsciiDigit) ? Entry : IsOpen ? this : null);

    /// <summary>The keys that take a value, with N for the number of an entry.</summary>
    public IEnumerable<string> Paths(string prefix = "")
    {
        var path = prefix + Name;
        if (Value is not null)
            yield return path;
        if (IsOpen)
            yield return $"{path}:*";
        foreach (var below in Children.Concat(Entry is { Value: null } entry ? [entry] : []))
        {
            foreach (var key in below.Paths(path.Length == 0 ? "" : path + ":"))
                yield return key;
        }
    }

    private static KeyTree CreateRoot()
    {
        var root = new KeyTree("", null);
        root.Add(Section<DiscordSettings>());
        root.Add(Section<StorageSettings>());
        root.Add(Section<HttpSettings>());
        root.Add(Section<FactsSettings>());
        root.Add(Section<NewsSettings>());
        root.Add(Section<CurationSettings>());
        root.Add(Section<LimitSettings>());
        var logging = Section<LoggingSettings>();
        logging.Add(new KeyTree("LogLevel", null) { IsOpen = true });
        logging.Add(new KeyTree("Console", null) { IsOpen = true });
        root.Add(logging);
        return root;
    }

    private static KeyTree Section<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>()
        where T : ISettings => Of<T>(T.Section);

    private static KeyTree Of<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(string name)
    {
        var tree = new KeyTree(name, null);
        foreach (var property in typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.PropertyType == typeof(Collection<NewsFeedSettings>))
                tree.Add(new KeyTree(property.Name, null) { Entry = Of<NewsFeedSettings>("N") });
            else if (property.PropertyType == typeof(Collection<NewsFollowSettings>))
                tree.Add(new KeyTree(property.Name, null) { Entry = Of<NewsFollowSettings>("N") });
            else if (property.PropertyType == typeof(TextList))
                tree.Add(new KeyTree(property.Name, typeof(TextList)) { Entry = new KeyTree("N", typeof(string)) });
            else if (property.CanWrite)
                tree.Add(new KeyTree(property.Name, property.PropertyType));
        }

        return tree;
    }

    private void Add(KeyTree child) => _children.Add(child.Name, child);
}
