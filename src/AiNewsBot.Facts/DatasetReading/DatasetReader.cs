using System.Globalization;
using System.Reflection;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Yaml;
using YamlDotNet.Core;

namespace AiNewsBot.Facts.DatasetReading;

/// <summary>Reads a dataset, and names everything that is wrong with it.</summary>
public static class DatasetReader
{
    private const string ManifestName = "dataset.yaml";
    private const string EmbeddedPrefix = "dataset/";
    private const string SharedFolder = "sources/";

    /// <summary>The dataset that comes with the program.</summary>
    /// <exception cref="FormatException">It has faults; the build's tests keep that from happening.</exception>
    public static Dataset ReadEmbedded()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var files = assembly
            .GetManifestResourceNames()
            .Where(name => name.StartsWith(EmbeddedPrefix, StringComparison.Ordinal))
            .Select(name => new DatasetFile(
                name[EmbeddedPrefix.Length..],
                () => new StreamReader(assembly.GetManifestResourceStream(name)!)
            ));
        var result = Read(files);
        return result.Dataset ?? throw new FormatException($"the embedded dataset has faults, first: {result.Errors[0]}");
    }

    /// <summary>
    /// Tells the dataset that comes with this build of the program from that of another, without reading it: builds are deterministic, so
    /// that the same id means the same content. A build with another id may have the same facts; then taking them in changes nothing.
    /// </summary>
    public static string DigestOfEmbedded() => Assembly.GetExecutingAssembly().ManifestModule.ModuleVersionId.ToString("N");

    /// <summary>Reads a folder with its sub-folders.</summary>
    /// <param name="folder">The folder that holds dataset.yaml.</param>
    /// <param name="today">Dates behind it are faults; null to take any.</param>
    public static DatasetResult ReadFolder(string folder, DateOnly? today = null) =>
        Read(
            Directory
                .EnumerateFiles(folder, "*.*", SearchOption.AllDirectories)
                .Where(path => Path.GetExtension(path) is ".yaml" or ".yml")
                .Select(path => new DatasetFile(Path.GetRelativePath(folder, path).Replace('\\', '/'), () => new StreamReader(path))),
            today
        );

    /// <summary>The dataset folder that a file is part of; null where it is part of none.</summary>
    public static string? FindFolder(string file)
    {
        for (var folder = Directory.GetParent(Path.GetFullPath(file)); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, ManifestName)))
                return folder.FullName;
        }

        return null;
    }

    /// <summary>Reads files; their order does not matter.</summary>
    /// <param name="files">The files.</param>
    /// <param name="today">Dates behind it are faults; null to take any.</param>
    public static DatasetResult Read(IEnumerable<DatasetFile> files, DateOnly? today = null)
    {
        var datasetErrorCollector = new DatasetErrorCollector(today);
        var subjects = new List<(Subject Subject, FileLocation Place)>();
        var statements = new List<(Statement Statement, FileLocation Place)>();
        var asks = new FurtherAsks(datasetErrorCollector);
        (int Version, DateOnly Released)? manifest = null;
        var parsed = Parse([.. files.OrderBy(file => file.Path, StringComparer.Ordinal)]);
        var shared = SharedSources(parsed, datasetErrorCollector);
        foreach (var (file, node, fault) in parsed)
        {
            if (fault is not null)
                datasetErrorCollector.Add(
                    new FileLocation(file.Path, (int)Math.Max(1, fault.Start.Line)),
                    $"this is no YAML that can be read: {fault.Message}"
                );
            if (
                fault is not null
                || IsShared(file)
                || MapReader.TryCreate(node, file.Path, datasetErrorCollector, "a dataset file") is not { } map
            )
                continue;
            if (file.Path.EndsWith(".yml", StringComparison.Ordinal))
                datasetErrorCollector.Add(new FileLocation(file.Path, 1), "files of a dataset end in .yaml: rename it");
            if (file.Path == ManifestName)
            {
                manifest = ReadManifest(map, datasetErrorCollector);
                continue;
            }

            var claims = new StatementReader(new SourceTable(map, datasetErrorCollector, shared), datasetErrorCollector, statements);
            var reader = new SubjectReader(datasetErrorCollector, claims, subjects);
            reader.Family(map);
            reader.Organizations(map);
            reader.Licences(map);
            reader.Topics(map);
            asks.Read(map);
            reader.Software(map);
            map.Read("releases");
            map.ReportUnknownKeys("a dataset file");
        }

        if (manifest is null)
            datasetErrorCollector.Add(new FileLocation(ManifestName, 1), "the dataset needs this file, with 'version' and 'released'");
        asks.AddTo(subjects);
        DatasetConsistencyChecker.Check(subjects, statements, datasetErrorCollector);
        var found = datasetErrorCollector.ToSorted();
        return found.IsEmpty
            ? new DatasetResult(
                new Dataset(manifest!.Value.Version, manifest.Value.Released, [.. subjects.Select(pair => pair.Subject)]),
                []
            )
            : new DatasetResult(null, found);
    }

    // Indexes are cited by many files, and described once.
    private static SourceTable? SharedSources(
        (DatasetFile File, Node? Node, YamlException? Fault)[] parsed,
        DatasetErrorCollector datasetErrorCollector
    )
    {
        SourceTable? shared = null;
        foreach (var (file, node, _) in parsed.Where(one => IsShared(one.File)))
        {
            if (MapReader.TryCreate(node, file.Path, datasetErrorCollector, "a file of sources") is not { } map)
                continue;
            shared = new SourceTable(map, datasetErrorCollector, shared);
            map.ReportUnknownKeys("a file of sources");
        }

        return shared;
    }

    private static bool IsShared(DatasetFile file) => file.Path.StartsWith(SharedFolder, StringComparison.Ordinal);

    // Parsing takes most of the time of reading, and files know nothing of each other: the processors share them.
    private static (DatasetFile File, Node? Node, YamlException? Fault)[] Parse(DatasetFile[] files)
    {
        var parsed = new (DatasetFile, Node?, YamlException?)[files.Length];
        Parallel.For(0, files.Length, index => parsed[index] = Parse(files[index]));
        return parsed;
    }

    private static (DatasetFile File, Node? Node, YamlException? Fault) Parse(DatasetFile file)
    {
        try
        {
            using var text = file.Open();
            return (file, NodeReader.Read(text), null);
        }
        catch (YamlException exception)
        {
            return (file, null, exception);
        }
    }

    private static (int Version, DateOnly Released)? ReadManifest(MapReader map, DatasetErrorCollector datasetErrorCollector)
    {
        var text = map.ReadRequired("version");
        var released = map.ReadDay("released");
        map.ReportUnknownKeys(ManifestName);
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) || version < 1)
        {
            datasetErrorCollector.Add(map.GetLocation("version"), "'version' is a number from 1");
            return null;
        }

        if (released is null)
            datasetErrorCollector.Add(map.GetLocation("released"), "'released' is the day on which this version was published");
        return (version, released ?? default);
    }
}
