using System.Collections.Immutable;

namespace AiNewsBot.Facts.Reading;

/// <summary>Reads the releases of one family, with their variants.</summary>
internal sealed class ReleaseReader(SubjectReader subjects, Faults faults, ClaimReader claims, string family, MapReader? defaults)
{
    private const string AppliesTo = "applies_to";

    private static readonly string[] Modalities = ["text", "code", "image", "audio", "video", "multimodal", "embedding"];
    private static readonly ImmutableArray<string> ReleaseProperties =
        [Properties.Licence, Properties.DataInformation, Properties.BasedOn, .. Components.All];

    /// <summary>Reads a release and its variants.</summary>
    public void Read(MapReader map)
    {
        var release = Describe(map) with { Parent = family };
        if (!release.Details.ContainsKey(Details.Modality))
            release = release with { Details = release.Details.Add(Details.Modality, "text") };
        var variants = map.TakeMaps("variants").Select(variant => new Variant(variant, Describe(variant))).ToArray();
        var statements = ImmutableArray.CreateBuilder<Statement>();
        var announced = map.TakeMap("announced") is { } told ? Announced(release.Id, told) : null;
        SubjectReader.Add(statements, announced);
        foreach (var property in ReleaseProperties)
        {
            if (map.Take(property) is { } own)
                ReadProperty(release.Id, property, own, map.File, variants, statements);
            else
                claims.Read(release.Id, property, defaults?.Take(property), map.File, statement => statements.Add(Known(statement, announced?.ValidFrom)));
        }

        ComponentLicences(release.Id, map.TakeMap("licences") ?? defaults?.TakeMap("licences"), statements);
        subjects.Events(release.Id, map, statements);
        map.Close("a release");
        subjects.Keep(release with { Statements = statements.ToImmutable() }, map);
        foreach (var variant in variants)
            ReadVariant(release, statements, variant);
    }

    /// <summary>Names what the defaults of a family hold that no release takes.</summary>
    public static void CloseDefaults(MapReader? defaults)
    {
        if (defaults is null)
            return;
        foreach (var property in ReleaseProperties)
            defaults.Take(property);
        defaults.Take("licences");
        defaults.Close("'defaults'");
    }

    private Subject Describe(MapReader map)
    {
        var subject = SubjectReader.Start(map, SubjectKind.Release);
        if (map.TakeText("modality") is { } modality)
        {
            if (!Modalities.Contains(modality))
                faults.Add(map.PlaceOf("modality"), $"'{modality}' is no modality: write {string.Join(", ", Modalities)}");
            subject = subject with { Details = subject.Details.Add(Details.Modality, modality) };
        }

        return map.TakeTextOrTexts("size") is { IsEmpty: false } sizes
            ? subject with { Details = subject.Details.Add(Details.Size, string.Join(", ", sizes)) }
            : subject;
    }

    private void ReadVariant(Subject release, ImmutableArray<Statement>.Builder whole, Variant variant)
    {
        var (map, statements) = (variant.Map, variant.Statements);
        var subject = variant.Subject with { Parent = family, Details = variant.Subject.Details.Add(Details.VariantOf, release.Id) };
        CheckSize(release, subject, map);
        var announced = map.TakeMap("announced") is { } told ? Announced(subject.Id, told) : null;
        SubjectReader.Add(statements, announced);
        foreach (var property in ReleaseProperties)
            claims.Read(subject.Id, property, map.Take(property), map.File, statements.Add);
        ComponentLicences(subject.Id, map.TakeMap("licences"), statements);
        subjects.Events(subject.Id, map, statements);
        map.Close("a variant");
        if (announced?.ValidFrom is { } first && statements.All(statement => statement.Property != Components.Weights)
            && whole.FirstOrDefault(statement => statement.Property == Components.Weights)?.ValidFrom is { } since && since.Latest < first.Earliest)
            faults.Add(map.Place, $"'{subject.Id}' was announced after the weights of '{release.Id}' came out: say since when its own are out");
        subjects.Keep(subject with { Statements = statements.ToImmutable() }, map);
    }

    private void CheckSize(Subject release, Subject variant, MapReader map)
    {
        var known = SizesOf(release);
        foreach (var size in SizesOf(variant).Where(size => known.Length > 0 && !known.Contains(size, StringComparer.OrdinalIgnoreCase)))
            faults.Add(map.PlaceOf("size"), $"'{release.Id}' has no size '{size}': its sizes are {string.Join(", ", known)}");
    }

    // A claim with 'applies_to' is one of the variants that it names, by id or size, and not of the release.
    private void ReadProperty(string release, string property, Node node, string file, Variant[] variants, ImmutableArray<Statement>.Builder statements)
    {
        var items = node is ListNode list ? list.Items : [node];
        ImmutableArray<Node> general = [.. items.Where(item => item is not MapNode map || map[AppliesTo] is null)];
        foreach (var item in general.IsEmpty || node is not ListNode ? general : [new ListNode(general, node.Line)])
            claims.Read(release, property, item, file, statements.Add);
        foreach (var item in items.OfType<MapNode>().Where(item => item[AppliesTo] is not null))
        {
            foreach (var name in MapReader.Of(item, file, faults, $"a claim of '{property}'")!.TakeTexts(AppliesTo))
            {
                var named = variants.Where(variant => variant.Subject.Id == name || SizesOf(variant.Subject).Contains(name, StringComparer.OrdinalIgnoreCase)).ToArray();
                if (named.Length == 0)
                    faults.Add(new Place(file, item.Line), $"'{AppliesTo}' names '{name}', which is no variant of '{release}' and no size of one");
                foreach (var variant in named)
                    claims.Read(variant.Subject.Id, property, item, file, variant.Statements.Add, AppliesTo);
            }
        }
    }

    private static string[] SizesOf(Subject subject) => subject.Details.GetValueOrDefault(Details.Size, "").Split(", ", StringSplitOptions.RemoveEmptyEntries);

    // What sources said of earlier releases is not known of one that came after all of them.
    private static Statement Known(Statement statement, FactDate? announced) =>
        announced is { } first && Components.Contains(statement.Property) && statement.Value != "unknown"
            && statement.Sources.All(source => source.Published is { } published && published.Latest < first.Earliest)
            ? statement with { Value = "unknown", ValidFrom = null, Note = $"The source is older than this release; of earlier ones it says: {statement.Value}." }
            : statement;

    private void ComponentLicences(string release, MapReader? licences, ImmutableArray<Statement>.Builder statements)
    {
        if (licences is null)
            return;
        foreach (var component in Components.All)
            claims.Read(release, Properties.LicenceOf(component), licences.Take(component), licences.File, statements.Add);
        licences.Close("'licences'");
    }

    private Statement? Announced(string release, MapReader map)
    {
        var date = map.TakeDate("on");
        if (date is null && map.Take("on") is null)
            faults.Add(map.Place, "'on' is missing: the date of the announcement");
        var draft = SubjectReader.Draft(release, Properties.Announced, date?.Text ?? "", date, ImmutableSortedDictionary<string, string>.Empty);
        return claims.ReadRest(map, draft, "'announced'");
    }

    private sealed record Variant(MapReader Map, Subject Subject)
    {
        public ImmutableArray<Statement>.Builder Statements { get; } = ImmutableArray.CreateBuilder<Statement>();
    }
}
