using System.Collections.Immutable;

namespace AiNewsBot.Facts.Reading;

/// <summary>Reads the subjects of one file.</summary>
internal sealed class SubjectReader
{
    private static readonly string[] Modalities = ["text", "code", "image", "audio", "video", "multimodal", "embedding"];
    private static readonly string[] EventKinds = ["announcement", "release", "licence", "withdrawal", "lawsuit", "definition", "leak", "other"];
    private static readonly ImmutableArray<string> ReleaseProperties = [Properties.Licence, Properties.DataInformation, .. Components.All];

    private readonly Faults _faults;
    private readonly ClaimReader _claims;
    private readonly List<(Subject Subject, Place Place)> _subjects;

    public SubjectReader(Faults faults, ClaimReader claims, List<(Subject Subject, Place Place)> subjects) =>
        (_faults, _claims, _subjects) = (faults, claims, subjects);

    public void Family(MapReader file)
    {
        if (file.TakeMap("family") is not { } map)
        {
            foreach (var release in file.TakeMaps("releases").Take(1))
                _faults.Add(release.Place, "releases need a 'family' in the same file");
            return;
        }

        var family = Start(map, SubjectKind.Family) with { Parent = map.Require("organization") };
        var statements = ImmutableArray.CreateBuilder<Statement>();
        foreach (var promise in map.TakeMaps("promises"))
            Add(statements, Promise(family.Id, promise));
        Events(family.Id, map, statements);
        var defaults = map.TakeMap("defaults");
        map.Close("a family");
        Keep(family with { Statements = statements.ToImmutable() }, map);
        foreach (var release in file.TakeMaps("releases"))
            Release(release, family.Id, defaults);
        CheckDefaults(defaults);
    }

    public void Organizations(MapReader file)
    {
        foreach (var map in file.TakeMaps("organizations"))
        {
            var organization = Start(map, SubjectKind.Organization);
            var statements = ImmutableArray.CreateBuilder<Statement>();
            _claims.Read(organization.Id, Properties.Country, map.Take("country"), file.File, statements.Add);
            Events(organization.Id, map, statements);
            map.Close("an organisation");
            Keep(organization with { Statements = statements.ToImmutable() }, map);
        }
    }

    public void Licences(MapReader file)
    {
        foreach (var map in file.TakeMaps("licences"))
        {
            var licence = Start(map, SubjectKind.Licence);
            if (map.TakeText("steward") is { } steward)
                licence = licence with { Details = licence.Details.Add(Details.Steward, steward) };
            var statements = ImmutableArray.CreateBuilder<Statement>();
            foreach (var property in (ReadOnlySpan<string>)[Properties.OsiApproved, Properties.FsfLibre, Properties.OpenData, Properties.Commercial])
                _claims.Read(licence.Id, property, map.Take(property), file.File, statements.Add);
            foreach (var condition in map.TakeMaps("conditions"))
                Add(statements, Condition(licence.Id, condition));
            Events(licence.Id, map, statements);
            map.Close("a licence");
            Keep(licence with { Statements = statements.ToImmutable() }, map);
        }
    }

    public void Topics(MapReader file)
    {
        foreach (var map in file.TakeMaps("topics"))
        {
            var topic = Start(map, SubjectKind.Topic, "note");
            var kind = map.Require("kind");
            if (kind is not ("topic" or "definition" or ""))
                _faults.Add(map.PlaceOf("kind"), $"'{kind}' is no kind of topic: write topic or definition");
            topic = topic with { Details = topic.Details.Add(Details.TopicKind, kind), Related = map.TakeTexts("about"), Asks = map.TakeTexts("asks") };
            var statements = ImmutableArray.CreateBuilder<Statement>();
            foreach (var sentence in map.TakeMaps("says"))
                Add(statements, Dated(topic.Id, Properties.Says, "is", sentence, ImmutableSortedDictionary<string, string>.Empty, "a sentence"));
            if (statements.Count == 0)
                _faults.Add(map.Place, $"'{topic.Id}' says nothing: add 'says'");
            map.Close("a topic");
            Keep(topic with { Statements = statements.ToImmutable() }, map);
        }
    }

    private void Release(MapReader map, string family, MapReader? defaults)
    {
        var release = Start(map, SubjectKind.Release) with { Parent = family };
        var modality = map.TakeText("modality") ?? "text";
        if (!Modalities.Contains(modality))
            _faults.Add(map.PlaceOf("modality"), $"'{modality}' is no modality: write {string.Join(", ", Modalities)}");
        release = release with { Details = release.Details.Add(Details.Modality, modality) };
        if (map.TakeText("size") is { } size)
            release = release with { Details = release.Details.Add(Details.Size, size) };
        var statements = ImmutableArray.CreateBuilder<Statement>();
        var told = map.TakeMap("announced") is { } announced ? Announced(release.Id, announced) : null;
        Add(statements, told);
        foreach (var property in ReleaseProperties)
        {
            if (map.Take(property) is { } own)
                _claims.Read(release.Id, property, own, map.File, statements.Add);
            else
                _claims.Read(release.Id, property, defaults?.Take(property), map.File, statement => statements.Add(Known(statement, told?.ValidFrom)));
        }

        ComponentLicences(release.Id, map.TakeMap("licences") ?? defaults?.TakeMap("licences"), statements);
        Events(release.Id, map, statements);
        map.Close("a release");
        Keep(release with { Statements = statements.ToImmutable() }, map);
    }

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
            _claims.Read(release, Properties.LicenceOf(component), licences.Take(component), licences.File, statements.Add);
        licences.Close("'licences'");
    }

    private static void CheckDefaults(MapReader? defaults)
    {
        if (defaults is null)
            return;
        foreach (var property in ReleaseProperties)
            defaults.Take(property);
        defaults.Take("licences");
        defaults.Close("'defaults'");
    }

    private Statement? Announced(string release, MapReader map)
    {
        var date = map.TakeDate("on");
        if (date is null && map.Take("on") is null)
            _faults.Add(map.Place, "'on' is missing: the date of the announcement");
        return _claims.ReadRest(map, Draft(release, Properties.Announced, date?.Text ?? "", date, ImmutableSortedDictionary<string, string>.Empty), "'announced'");
    }

    private Statement? Promise(string family, MapReader map)
    {
        var made = map.TakeDate("made");
        if (made is null && map.Take("made") is null)
            _faults.Add(map.Place, "'made' is missing: the date of the promise");
        var qualifiers = ImmutableSortedDictionary.CreateBuilder<string, string>();
        Qualify(qualifiers, "by", map.Require("by"));
        Qualify(qualifiers, "said", map.TakeText("said"));
        foreach (var key in (ReadOnlySpan<string>)["due", "fulfilled"])
        {
            var date = map.TakeDate(key);
            Qualify(qualifiers, key, date?.Text);
            if (date is { } later && made is { } first && later.Latest < first.Earliest)
                _faults.Add(map.PlaceOf(key), $"dates out of order: '{key}' lies before 'made'");
        }

        var restated = map.TakeTexts("restated");
        if (restated.Any(text => !FactDate.TryParse(text, out _)))
            _faults.Add(map.PlaceOf("restated"), "'restated' is a list of dates");
        Qualify(qualifiers, "restated", string.Join(';', restated));
        Qualify(qualifiers, "about", string.Join(' ', map.TakeTexts("about")));
        return _claims.ReadRest(map, Draft(family, Properties.Promise, map.Require("what"), made, qualifiers.ToImmutable()), "a promise");
    }

    private void Events(string subject, MapReader map, ImmutableArray<Statement>.Builder statements)
    {
        foreach (var happening in map.TakeMaps("events"))
        {
            var kind = happening.Require("kind");
            if (kind.Length > 0 && !EventKinds.Contains(kind))
                _faults.Add(happening.PlaceOf("kind"), $"'{kind}' is no kind of event: write {string.Join(", ", EventKinds)}");
            if (happening.Take("on") is null)
                _faults.Add(happening.Place, "'on' is missing: the date of the event");
            var qualifiers = ImmutableSortedDictionary.CreateBuilder<string, string>();
            Qualify(qualifiers, "kind", kind);
            Qualify(qualifiers, "about", string.Join(' ', happening.TakeTexts("about")));
            Add(statements, Dated(subject, Properties.Event, "what", happening, qualifiers.ToImmutable(), "an event"));
        }
    }

    private Statement? Dated(string subject, string property, string key, MapReader map, ImmutableSortedDictionary<string, string> qualifiers, string what)
    {
        var value = map.Require(key);
        if (Values.Fault(property, value) is { } fault)
            _faults.Add(map.PlaceOf(key), fault);
        return _claims.ReadRest(map, Draft(subject, property, value, map.TakeDate("on"), qualifiers), what);
    }

    private Statement? Condition(string licence, MapReader map)
    {
        var kind = map.Require("kind");
        if (kind.Length > 0 && Values.Fault(Properties.Condition, kind) is { } fault)
            _faults.Add(map.PlaceOf("kind"), fault);
        var qualifiers = ImmutableSortedDictionary<string, string>.Empty.Add("text", map.Require("text"));
        if (map.TakeText("limit") is { } limit)
        {
            if (!limit.All(char.IsAsciiDigit))
                _faults.Add(map.PlaceOf("limit"), "'limit' is written in digits alone: 700000000");
            qualifiers = qualifiers.Add("limit", limit);
        }

        return _claims.ReadRest(map, Draft(licence, Properties.Condition, kind, null, qualifiers), "a condition");
    }

    private static Statement Draft(string subject, string property, string value, FactDate? from, ImmutableSortedDictionary<string, string> qualifiers) =>
        new() { Subject = subject, Property = property, Value = value, ValidFrom = from, Sources = [], VerifiedOn = default, Qualifiers = qualifiers };

    private static Subject Start(MapReader map, SubjectKind kind, string about = "about") => new()
    {
        Kind = kind,
        Id = map.Require("id"),
        Name = map.Require("name"),
        Aliases = map.TakeTexts("aliases"),
        About = map.TakeText(about),
    };

    private void Keep(Subject subject, MapReader map) => _subjects.Add((subject, map.Place));

    private static void Qualify(ImmutableSortedDictionary<string, string>.Builder qualifiers, string key, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            qualifiers[key] = value;
    }

    private static void Add(ImmutableArray<Statement>.Builder statements, Statement? statement)
    {
        if (statement is not null)
            statements.Add(statement);
    }
}
