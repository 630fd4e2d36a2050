using System.Collections.Immutable;
using System.Reflection;

namespace AiNewsBot.Facts.Language;

/// <summary>The language files that come with the program.</summary>
public static class Languages
{
    private const string Prefix = "language/";

    private static readonly Lazy<(Lexicon Lexicon, ImmutableArray<Wording> Wordings)> Loaded = new(Load);

    /// <summary>How people ask.</summary>
    public static Lexicon Lexicon => Loaded.Value.Lexicon;

    /// <summary>How answers are worded, in English.</summary>
    public static Wording Wording => Wordings[0];

    /// <summary>How answers are worded, by language, English first.</summary>
    public static ImmutableArray<Wording> Wordings => Loaded.Value.Wordings;

    /// <summary>How answers are worded in a language, such as hi for Hindi in Latin letters; in English where it has no words.</summary>
    public static Wording WordingFor(string language) =>
        Wordings.FirstOrDefault(wording => wording.Language.Split('-')[0] == language) ?? Wording;

    /// <summary>Reads them on another thread, for those who will need them once something else is done.</summary>
    public static void Prepare() =>
        _ = Task.Factory.StartNew(() => Loaded.Value, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>What is wrong with the files that come with the program, with file and line.</summary>
    public static ImmutableArray<string> GetErrors() =>
        [
            .. Names()
                .Select(name =>
                {
                    using var reader = Open(name);
                    return GetError(reader, name);
                })
                .OfType<string>(),
        ];

    /// <summary>What is wrong with a file, with its name and line; null where nothing is.</summary>
    public static string? GetError(TextReader file, string name)
    {
        try
        {
            LanguageFile.Read(file, name);
            return null;
        }
        catch (FormatException exception)
        {
            return exception.Message;
        }
    }

    private static (Lexicon Lexicon, ImmutableArray<Wording> Wordings) Load()
    {
        var files = Names()
            .Select(name =>
            {
                using var reader = Open(name);
                return LanguageFile.Read(reader, name);
            })
            .OrderBy(file => file.Language != "en")
            .ToImmutableArray();
        var english = new Wording(files[0]);
        return (new Lexicon(files), [english, .. files.Skip(1).Select(file => new Wording(file, english))]);
    }

    private static IEnumerable<string> Names() =>
        Assembly
            .GetExecutingAssembly()
            .GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    private static StreamReader Open(string name) => new(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
}
