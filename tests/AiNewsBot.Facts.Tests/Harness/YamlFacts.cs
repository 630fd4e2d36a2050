using AiNewsBot.Facts.DatasetReading;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Facts.Tests.Harness;

/// <summary>Facts from a few lines of a dataset. The sources maker, press and index are described already.</summary>
internal static class YamlFacts
{
    public const string Sources = """
        sources:
          maker: {url: "https://maker.example.org/card", title: Card, publisher: Maker, kind: first-hand, read: 2026-11-24}
          press: {url: "https://press.example.org/story", title: Story, publisher: The Paper, kind: secondary, read: 2026-11-20}
          index: {url: "https://index.example.org/models", title: Models, publisher: The Index, kind: index, read: 2026-11-10}
        """;

    /// <summary>The name of the file that holds the text.</summary>
    public const string File = "families/family.yaml";

    public static DatasetResult Read(string text, DateOnly? today = null) => ReadFiles(today, (File, text));

    public static DatasetResult ReadFiles(DateOnly? today, params (string Path, string Text)[] files) =>
        DatasetReader.Read(
            files
                .Append(("dataset.yaml", "version: 3\nreleased: 2026-11-24\n"))
                .Append(("sources/shared.yaml", Sources))
                .Select(file => new DatasetFile(file.Item1, () => new StringReader(file.Item2))),
            today
        );

    /// <summary>The facts of files that each hold one of the texts.</summary>
    public static FactBase Create(params string[] texts)
    {
        var result = ReadFiles(null, [.. texts.Select((text, index) => ($"families/{index}.yaml", text))]);
        Assert.Empty(result.Errors);
        return FactBase.Create(result.Dataset!.Subjects, result.Dataset.Version);
    }

    public static EntityLinker Linker(FactBase facts) => new(NameIndex.Create(facts), Languages.Lexicon);
}
