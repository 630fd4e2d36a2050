using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace AiNewsBot.Configuration;

/// <summary>The keys of the configuration, read from the settings' own properties: a new setting is known by being there.</summary>
internal sealed class ConfigurationKeyTree
{
    private readonly Dictionary<string, ConfigurationKeyTree> _children = new(StringComparer.OrdinalIgnoreCase);

    private ConfigurationKeyTree(string name, Type? value) => (Name, Value) = (name, value);

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

    /// <summary>A key for each property of a type.</summary>
    /// <param name="others">Keys that are no single value, such as lists: in place of the property of their name, or beside the
    /// properties.</param>
    public static ConfigurationKeyTree For<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(
        string name,
        params IReadOnlyCollection<ConfigurationKeyTree> others
    )
    {
        var tree = new ConfigurationKeyTree(name, null);
        foreach (var property in typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (others.FirstOrDefault(other => other.Name == property.Name) is { } list)
                tree.Add(list);
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

        foreach (var other in others.Where(other => tree.Find(other.Name) is null))
            tree.Add(other);
        return tree;
    }

    /// <summary>A numbered list of entries, each with a key for each property of their type.</summary>
    public static ConfigurationKeyTree ForList<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(
        string name
    ) => new(name, null) { Entry = For<T>("N") };

    /// <summary>A key under which any key may be.</summary>
    public static ConfigurationKeyTree ForAny(string name) => new(name, null) { IsOpen = true };

    /// <summary>Several sections as one tree.</summary>
    public static ConfigurationKeyTree Join(IEnumerable<ConfigurationKeyTree> sections)
    {
        var root = new ConfigurationKeyTree("", null);
        foreach (var section in sections)
            root.Add(section);
        return root;
    }

    private void Add(ConfigurationKeyTree child) => _children.Add(child.Name, child);
}
