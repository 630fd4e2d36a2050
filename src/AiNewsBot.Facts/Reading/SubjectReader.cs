using System.Collections.Immutable;
using System.Globalization;

namespace AiNewsBot.Facts.Reading;

/// <summary>Reads the subjects of one file.</summary>
internal sealed class SubjectReader
{
    private static readonly string[] EventKinds = ["announcement", "release", "licence", "withdrawal", "lawsuit", "definition", "leak", "other"];

    private static readonly string[] SoftwareKinds = ["runtime", "library", "application", "service"];
    private static readonly (string Key, string Property)[] OfOutputs =
        [("commercial", Properties.OutputsCommercial), ("ownership", Properties.OutputsOwnership), ("training", Properties.OutputsTraining)];

    private readonly Faults _faults;
    private readonly ClaimReader _claims;
    private readonly List<(Subject Subject, Place Place)> _subjects;

    public SubjectReader(Faults faults, ClaimReader claims, List<(Subject Subject, Place Place)> subjects) =>
        (_faults, _claims, _subjects) = (faults, claims, subjects);

    public void Family(MapReader file)
    {
        if (file.Peek("family") is TextNode)
        {
            // A large family is continued in further files, each with the family's id alone.
            var shared = file.TakeMap("defaults");
            var more = new ReleaseReader(this, _faults, _claims, file.Require("family"), shared);
            foreach (var release in file.TakeMaps("releases"))
                more.Read(release);
            ReleaseReader.CloseDefaults(shared);
            return;
        }

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
        var releases = new ReleaseReader(this, _faults, _claims, family.Id, defaults);
        foreach (var release in file.TakeMaps("releases"))
            releases.Read(release);
        ReleaseReader.CloseDefaults(defaults);
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
            if (map.TakeMap("outputs") is { } outputs)
            {
                foreach (var (key, property) in OfOutputs)
                    _claims.Read(licence.Id, property, outputs.Take(key), file.File, statements.Add);
                outputs.Close("'outputs'");
            }

            _claims.Read(licence.Id, Properties.Derivatives, map.Take(Properties.Derivatives), file.File, statements.Add);
            Events(licence.Id, map, statements);
            map.Close("a licence");
            Keep(licence with { Statements = statements.ToImmutable() }, map);
        }
    }

    public void Software(MapReader file)
    {
        foreach (var map in file.TakeMaps("software"))
        {
            var software = Start(map, SubjectKind.Software);
            var kind = map.Require("kind");
            if (kind.Length > 0 && !SoftwareKinds.Contains(kind))
                _faults.Add(map.PlaceOf("kind"), $"'{kind}' is no kind of software: write {string.Join(", ", SoftwareKinds)}");
            software = software with { Details = software.Details.Add(Details.SoftwareKind, kind), Parent = map.TakeText("organization"), Related = map.TakeTexts("uses") };
            var statements = ImmutableArray.CreateBuilder<Statement>();
            _claims.Read(software.Id, Properties.Licence, map.Take(Properties.Licence), file.File, statements.Add);
            Events(software.Id, map, statements);
            map.Close("a piece of software");
            Keep(software with { Statements = statements.ToImmutable() }, map);
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

    /// <summary>The events of a subject.</summary>
    internal void Events(string subject, MapReader map, ImmutableArray<Statement>.Builder statements)
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
        var qualifiers = ImmutableSortedDictionary.CreateBuilder<string, string>();
        qualifiers["text"] = map.Require("text");
        if (map.TakeText("limit") is { } limit)
        {
            if (!long.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                _faults.Add(map.PlaceOf("limit"), "'limit' is a whole number: of users, or of US dollars a year");
            Qualify(qualifiers, "limit", limit);
        }

        Qualify(qualifiers, "except", map.TakeText("except"));
        return _claims.ReadRest(map, Draft(licence, Properties.Condition, kind, null, qualifiers.ToImmutable()), "a condition");
    }

    internal static Statement Draft(string subject, string property, string value, FactDate? from, ImmutableSortedDictionary<string, string> qualifiers) =>
        new() { Subject = subject, Property = property, Value = value, ValidFrom = from, Sources = [], VerifiedOn = default, Qualifiers = qualifiers };

    internal static Subject Start(MapReader map, SubjectKind kind, string about = "about") => new()
    {
        Kind = kind,
        Id = map.Require("id"),
        Name = map.Require("name"),
        Aliases = map.TakeTexts("aliases"),
        About = map.TakeText(about),
    };

    internal void Keep(Subject subject, MapReader map) => _subjects.Add((subject, map.Place));

    private static void Qualify(ImmutableSortedDictionary<string, string>.Builder qualifiers, string key, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            qualifiers[key] = value;
    }

    internal static void Add(ImmutableArray<Statement>.Builder statements, Statement? statement)
    {
        if (statement is not null)
            statements.Add(statement);
    }
}
