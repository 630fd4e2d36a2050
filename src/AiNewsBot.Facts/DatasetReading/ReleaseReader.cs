using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Yaml;

namespace AiNewsBot.Facts.DatasetReading;

/// <summary>Reads the releases of one family, with their variants.</summary>
internal sealed class ReleaseReader(
    SubjectReader subjects,
    DatasetErrorCollector datasetErrorCollector,
    StatementReader claims,
    string family,
    MapReader? defaults
)
{
    private const string AppliesTo = "applies_to";

    private static readonly string[] Modalities = ["text", "code", "image", "audio", "video", "multimodal", "embedding"];
    private static readonly ImmutableArray<string> ReleaseProperties =
    [
        Properties.Licence,
        Properties.DataInformation,
        Properties.BasedOn,
        .. Components.All,
    ];

    /// <summary>Reads a release and its variants.</summary>
    public void Read(MapReader map)
    {
        var release = Describe(map) with { Parent = family };
        if (!release.Details.ContainsKey(DetailNames.Modality))
            release = release with { Details = release.Details.Add(DetailNames.Modality, "text") };
        var variants = map.ReadMaps("variants").Select(variant => new Variant(variant, Describe(variant))).ToArray();
        var statements = ImmutableArray.CreateBuilder<Statement>();
        var announced = map.ReadMap("announced") is { } told ? Announced(release.Id, told) : null;
        SubjectReader.Add(statements, announced);
        foreach (var property in ReleaseProperties)
        {
            if (map.Read(property) is { } own)
                ReadProperty(release.Id, property, own, map.File, variants, statements);
            else
                claims.Read(
                    release.Id,
                    property,
                    defaults?.Read(property),
                    map.File,
                    statement => statements.Add(Known(statement, announced?.ValidFrom))
                );
        }

        ComponentLicences(release.Id, map.ReadMap("licences") ?? defaults?.ReadMap("licences"), statements);
        subjects.Events(release.Id, map, statements);
        map.ReportUnknownKeys("a release");
        subjects.AddSubject(release with { Statements = statements.ToImmutable() }, map);
        foreach (var variant in variants)
            ReadVariant(release, statements, variant);
    }

    /// <summary>Names what the defaults of a family hold that no release takes.</summary>
    public static void CloseDefaults(MapReader? defaults)
    {
        if (defaults is null)
            return;
        foreach (var property in ReleaseProperties)
            defaults.Read(property);
        defaults.Read("licences");
        defaults.ReportUnknownKeys("'defaults'");
    }

    private Subject Describe(MapReader map)
    {
        var subject = SubjectReader.Start(map, SubjectKind.Release);
        if (map.ReadText("modality") is { } modality)
        {
            if (!Modalities.Contains(modality))
                datasetErrorCollector.Add(
                    map.GetLocation("modality"),
                    $"'{modality}' is no modality: write {string.Join(", ", Modalities)}"
                );
            subject = subject with { Details = subject.Details.Add(DetailNames.Modality, modality) };
        }

        return map.ReadTextOrTexts("size") is { IsEmpty: false } sizes
            ? subject with
            {
                Details = subject.Details.Add(DetailNames.Size, string.Join(", ", sizes)),
            }
            : subject;
    }

    private void ReadVariant(Subject release, ImmutableArray<Statement>.Builder whole, Variant variant)
    {
        var (map, statements) = (variant.Map, variant.Statements);
        var subject = variant.Subject with { Parent = family, Details = variant.Subject.Details.Add(DetailNames.VariantOf, release.Id) };
        CheckSize(release, subject, map);
        var announced = map.ReadMap("announced") is { } told ? Announced(subject.Id, told) : null;
        SubjectReader.Add(statements, announced);
        foreach (var property in ReleaseProperties)
            claims.Read(subject.Id, property, map.Read(property), map.File, statements.Add);
        ComponentLicences(subject.Id, map.ReadMap("licences"), statements);
        subjects.Events(subject.Id, map, statements);
        map.ReportUnknownKeys("a variant");
        if (
            announced?.ValidFrom is { } first
            && statements.All(statement => statement.Property != Components.Weights)
            && whole.FirstOrDefault(statement => statement.Property == Components.Weights)?.ValidFrom is { } since
            && since.Latest < first.Earliest
        )
            datasetErrorCollector.Add(
                map.FileLocation,
                $"'{subject.Id}' was announced after the weights of '{release.Id}' came out: say since when its own are out"
            );
        subjects.AddSubject(subject with { Statements = statements.ToImmutable() }, map);
    }

    private void CheckSize(Subject release, Subject variant, MapReader map)
    {
        var known = SizesOf(release);
        foreach (var size in SizesOf(variant).Where(size => known.Length > 0 && !known.Contains(size, StringComparer.OrdinalIgnoreCase)))
            datasetErrorCollector.Add(
                map.GetLocation("size"),
                $"'{release.Id}' has no size '{size}': its sizes are {string.Join(", ", known)}"
            );
    }

    // A claim with 'applies_to' is one of the variants that it names, by id or size, and not of the release.
    private void ReadProperty(
        string release,
        string property,
        Node node,
        string file,
        Variant[] variants,
        ImmutableArray<Statement>.Builder statements
    )
    {
        var items = node is ListNode list ? list.Items : [node];
        ImmutableArray<Node> general = [.. items.Where(item => item is not MapNode map || map[AppliesTo] is null)];
        foreach (var item in general.IsEmpty || node is not ListNode ? general : [new ListNode(general, node.Line)])
            claims.Read(release, property, item, file, statements.Add);
        foreach (var item in items.OfType<MapNode>().Where(item => item[AppliesTo] is not null))
        {
            foreach (var name in MapReader.TryCreate(item, file, datasetErrorCollector, $"a claim of '{property}'")!.ReadTexts(AppliesTo))
            {
                var named = variants
                    .Where(variant =>
                        variant.Subject.Id == name || SizesOf(variant.Subject).Contains(name, StringComparer.OrdinalIgnoreCase)
                    )
                    .ToArray();
                if (named.Length == 0)
                    datasetErrorCollector.Add(
                        new FileLocation(file, item.Line),
                        $"'{AppliesTo}' names '{name}', which is no variant of '{release}' and no size of one"
                    );
                foreach (var variant in named)
                    claims.Read(variant.Subject.Id, property, item, file, variant.Statements.Add, AppliesTo);
            }
        }
    }

    private static string[] SizesOf(Subject subject) =>
        subject.Details.GetValueOrDefault(DetailNames.Size, "").Split(", ", StringSplitOptions.RemoveEmptyEntries);

    // What sources said of earlier releases is not known of one that came after all of them.
    private static Statement Known(Statement statement, FactDate? announced) =>
        announced is { } first
        && Components.Contains(statement.Property)
        && statement.Value != "unknown"
        && statement.Sources.All(source => source.Published is { } published && published.Latest < first.Earliest)
            ? statement with
            {
                Value = "unknown",
                ValidFrom = null,
                Note = $"The source is older than this release; of earlier ones it says: {statement.Value}.",
            }
            : statement;

    private void ComponentLicences(string release, MapReader? licences, ImmutableArray<Statement>.Builder statements)
    {
        if (licences is null)
            return;
        foreach (var component in Components.All)
            claims.Read(release, Properties.LicenceOf(component), licences.Read(component), licences.File, statements.Add);
        licences.ReportUnknownKeys("'licences'");
    }

    private Statement? Announced(string release, MapReader map)
    {
        var date = map.ReadDate("on");
        if (date is null && map.Read("on") is null)
            datasetErrorCollector.Add(map.FileLocation, "'on' is missing: the date of the announcement");
        var draft = SubjectReader.Draft(
            release,
            Properties.Announced,
            date?.Text ?? "",
            date,
            ImmutableSortedDictionary<string, string>.Empty
        );
        return claims.ReadRest(map, draft, "'announced'");
    }

    private sealed record Variant(MapReader Map, Subject Subject)
    {
        public ImmutableArray<Statement>.Builder Statements { get; } = ImmutableArray.CreateBuilder<Statement>();
    }
}
