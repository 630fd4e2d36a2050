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
    /// <exception cref="InvalidDataException">The file is no list of texts, or has a key twice.</exception>
    public static FrozenDictionary<string, string> Read(string language)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream($"{Prefix}{language}.yaml")!);
        return Read(reader, language);
    }

    /// <summary>The texts of a file.</summary>
    public static FrozenDictionary<string, string> Read(TextReader text, string language)
    {
        var texts = new Dictionary<string, string>();
        var parser = new Parser(text);
        parser.Consume<StreamStart>();
        parser.Consume<DocumentStart>();
        parser.Consume<MappingStart>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Consume<Scalar>();
            if (!texts.TryAdd(key.Value, parser.Consume<Scalar>().Value))
                throw new InvalidDataException($"{language}.yaml has '{key.Value}' twice, in line {key.Start.Line}");
        }

        return texts.ToFrozenDictionary();
    }
}
