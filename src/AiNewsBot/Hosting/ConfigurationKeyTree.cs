using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using AiNewsBot.Answering;
using AiNewsBot.Chat.Discord;
using AiNewsBot.Chat.Limits;
using AiNewsBot.Configuration;
using AiNewsBot.Curation.Editing;
using AiNewsBot.News.Configuration;
using AiNewsBot.Storage.Setup;

namespace AiNewsBot.Hosting;

/// <summary>The keys of the configuration, read from the settings' own properties: a new setting is known by being there.</summary>
internal sealed class ConfigurationKeyTree
{
    private readonly Dictionary<string, ConfigurationKeyTree> _children = new(StringComparer.OrdinalIgnoreCase);

    private ConfigurationKeyTree(string name, Type? value) => (Name, Value) = (name, value);

    /// <summary>All sections.</summary>
    public static ConfigurationKeyTree Root { get; } = CreateRoot();

    /// <summary>As it is spelled in the documentation.</summary>
    public string Name { get; }

    /// <summary>The type of its value; null where it has none of its own.</summary>
    public Type? Value { get; }

    /// <summary>What each numbered entry under it has; null where it is no list.</summary>
    public ConfigurationKeyTree? Entry { get; private init; }

    /// <summary>Whether any key may be under it: names of log categories.</summary>
    public bool IsOpen { get; private init; }

    public IEnumerable<ConfigurationKeyTree> Children => _children.Values;

    public ConfigurationKeyTree? Find(string name) =>
        _children.GetValueOrDefault(name)
        ?? (
            Entry is not null && name.All(char.IsAsciiDigit) ? Entry
            : IsOpen ? this
            : null
        );

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

    private static ConfigurationKeyTree CreateRoot()
    {
        var root = new ConfigurationKeyTree("", null);
        root.Add(Section<DiscordSettings>());
        root.Add(Section<StorageSettings>());
        root.Add(Section<HttpSettings>());
        root.Add(Section<FactsSettings>());
        root.Add(Section<NewsSettings>());
        root.Add(Section<CurationSettings>());
        root.Add(Section<LimitSettings>());
        var logging = Section<LoggingSettings>();
        logging.Add(new ConfigurationKeyTree("LogLevel", null) { IsOpen = true });
        logging.Add(new ConfigurationKeyTree("Console", null) { IsOpen = true });
        root.Add(logging);
        return root;
    }

    private static ConfigurationKeyTree Section<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>()
        where T : ISettings => Create<T>(T.Section);

    private static ConfigurationKeyTree Create<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(string name)
    {
        var tree = new ConfigurationKeyTree(name, null);
        foreach (var property in typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.PropertyType == typeof(Collection<NewsFeedSettings>))
                tree.Add(new ConfigurationKeyTree(property.Name, null) { Entry = Create<NewsFeedSettings>("N") });
            else if (property.PropertyType == typeof(Collection<NewsFollowSettings>))
                tree.Add(new ConfigurationKeyTree(property.Name, null) { Entry = Create<NewsFollowSettings>("N") });
            else if (property.PropertyType == typeof(CommaSeparatedList))
                tree.Add(
                    new ConfigurationKeyTree(property.Name, typeof(CommaSeparatedList))
                    {
                        Entry = new ConfigurationKeyTree("N", typeof(string)),
                    }
                );
            else if (property.CanWrite)
                tree.Add(new ConfigurationKeyTree(property.Name, property.PropertyType));
        }

        return tree;
    }

    private void Add(ConfigurationKeyTree child) => _children.Add(child.Name, child);
}
