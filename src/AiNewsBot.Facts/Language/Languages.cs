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

    /// <summary>Reads them on another thread, for those who will need them once something else is done.</summary>
    public static void Prepare() =>
        _ = Task.Factory.StartNew(() => Loaded.Value, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>What is wrong with the files, with file and line; null where nothing is.</summary>
    public static string? GetError()
    {
        try
        {
            return Loaded.Value.Wordings.IsEmpty ? "there is no language file" : null;
        }
        catch (FormatException exception)
        {
            return exception.Message;
        }
    }

    private static (Lexicon Lexicon, ImmutableArray<Wording> Wordings) Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var files = assembly
            .GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return LanguageFile.Read(reader, name);
            })
            .OrderBy(file => file.Language != "en")
            .ToImmutableArray();
        var english = new Wording(files[0]);
        return (new Lexicon(files), [english, .. files.Skip(1).Select(file => new Wording(file, english))]);
    }
}
