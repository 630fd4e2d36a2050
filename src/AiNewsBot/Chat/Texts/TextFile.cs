using System.Collections.Frozen;
using System.Reflection;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace AiNewsBot.Chat.Texts;

/// <summary>The texts of a language, from a file that translators edit: a key and a text on each line.</summary>
internal static class TextFile
{
    private const string Prefix = "texts/";

    /// <summary>Languages by the name of their file.</summary>
    public static IEnumerable<string> Languages =>
        Assembly
            .GetExecutingAssembly()
            .GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..].Split('.')[0]);

    /// <summary>The texts of a language by their keys.</summary>
    /// <exception cref="FormatException">The file is no list of texts, or has a key twice.</exception>
    public static FrozenDictionary<string, string> Read(string language)
    {
        using var reader = Open(language);
        return Read(reader, $"{language}.yaml");
    }

    /// <summary>Opens the file of a language.</summary>
    public static StreamReader Open(string language) =>
        new(Assembly.GetExecutingAssembly().GetManifestResourceStream($"{Prefix}{language}.yaml")!);

    /// <summary>The texts of a file.</summary>
    /// <exception cref="FormatException">It is malformed; the message begins with its name and the line.</exception>
    public static FrozenDictionary<string, string> Read(TextReader text, string name)
    {
        var texts = new Dictionary<string, string>();
        var parser = new Parser(text);
        try
        {
            parser.Consume<StreamStart>();
            parser.Consume<DocumentStart>();
            parser.Consume<MappingStart>();
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                var key = parser.Consume<Scalar>();
                if (!texts.TryAdd(key.Value, parser.Consume<Scalar>().Value))
                    throw new FormatException($"{name}:{key.Start.Line}: '{key.Value}' is there twice");
            }
        }
        catch (YamlException exception)
        {
            throw new FormatException(
                $"{name}:{Math.Max(1, exception.Start.Line)}: this is no list of keys with texts: {exception.Message}",
                exception
            );
        }

        return texts.ToFrozenDictionary();
    }

    /// <summary>What is wrong with a file, with its name and line; null where nothing is.</summary>
    public static string? GetError(TextReader text, string name)
    {
        try
        {
            Read(text, name);
            return null;
        }
        catch (FormatException exception)
        {
            return exception.Message;
        }
    }
}
