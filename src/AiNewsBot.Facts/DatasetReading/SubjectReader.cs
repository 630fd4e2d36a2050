using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Yaml;

namespace AiNewsBot.Facts.DatasetReading;

/// <summary>Reads the subjects of one file.</summary>
internal sealed class SubjectReader
{
    private static readonly string[] SoftwareKinds = ["runtime", "library", "application", "service"];
    private static readonly (string Key, string Property)[] OfOutputs =
    [
        ("commercial", Properties.OutputsCommercial),
        ("ownership", Properties.OutputsOwnership),
        ("training", Properties.OutputsTraining),
    ];

    private readonly DatasetErrorCollector _datasetErrorCollector;
    private readonly StatementReader _claims;
    private readonly List<(Subject Subject, FileLocation Place)> _subjects;

    public SubjectReader(
        DatasetErrorCollector datasetErrorCollector,
        StatementReader claims,
        List<(Subject Subject, FileLocation Place)> subjects
    ) => (_datasetErrorCollector, _claims, _subjects) = (datasetErrorCollector, claims, subjects);

    public void Family(MapReader file)
    {
        if (file.Peek("family") is TextNode)
        {
            // A large family is continued in further files, each with the family's id alone.
            var shared = file.ReadMap("defaults");
            var more = new ReleaseReader(this, _datasetErrorCollector, _claims, file.ReadRequired("family"), shared);
            foreach (var release in file.ReadMaps("releases"))
                more.Read(release);
            ReleaseReader.CloseDefaults(shared);
            return;
        }

        if (file.ReadMap("family") is not { } map)
        {
            foreach (var release in file.ReadMaps("releases").Take(1))
                _datasetErrorCollector.Add(release.FileLocation, "releases need a 'family' in the same file");
            return;
        }

        var family = Start(map, SubjectKind.Family) with { Parent = map.ReadRequired("organization") };
        var statements = ImmutableArray.CreateBuilder<Statement>();
        foreach (var promise in map.ReadMaps("promises"))
            Add(statements, Promise(family.Id, promise));
        Events(family.Id, map, statements);
        var defaults = map.ReadMap("defaults");
        map.ReportUnknownKeys("a family");
        AddSubject(family with { Statements = statements.ToImmutable() }, map);
        var releases = new ReleaseReader(this, _datasetErrorCollector, _claims, family.Id, defaults);
        foreach (var release in file.ReadMaps("releases"))
            releases.Read(release);
        ReleaseReader.CloseDefaults(defaults);
    }

    public void Organizations(MapReader file)
    {
        foreach (var map in file.ReadMaps("organizations"))
        {
            var organization = Start(map, SubjectKind.Organization);
            var statements = ImmutableArray.CreateBuilder<Statement>();
            _claims.Read(organization.Id, Properties.Country, map.Read("country"), file.File, statements.Add);
            Events(organization.Id, map, statements);
            map.ReportUnknownKeys("an organisation");
            AddSubject(organization with { Statements = statements.ToImmutable() }, map);
        }
    }

    public void Licences(MapReader file)
    {
        foreach (var map in file.ReadMaps("licences"))
        {
            var licence = Start(map, SubjectKind.Licence);
            if (map.ReadText("steward") is { } steward)
                licence = licence with { Details = licence.Details.Add(DetailNames.Steward, steward) };
            var statements = ImmutableArray.CreateBuilder<Statement>();
            foreach (
                var property in (ReadOnlySpan<string>)
                    [Properties.OsiApproved, Properties.FsfLibre, Properties.OpenData, Properties.Commercial]
            )
                _claims.Read(licence.Id, property, map.Read(property), file.File, statements.Add);
            foreach (var condition in map.ReadMaps("conditions"))
                Add(statements, Condition(licence.Id, condition));
            if (map.ReadMap("outputs") is { } outputs)
            {
                foreach (var (key, property) in OfOutputs)
                    _claims.Read(licence.Id, property, outputs.Read(key), file.File, statements.Add);
                outputs.ReportUnknownKeys("'outputs'");
            }

            _claims.Read(licence.Id, Properties.Derivatives, map.Read(Properties.Derivatives), file.File, statements.Add);
            Events(licence.Id, map, statements);
            map.ReportUnknownKeys("a licence");
            AddSubject(licence with { Statements = statements.ToImmutable() }, map);
        }
    }

    public void Software(MapReader file)
    {
        foreach (var map in file.ReadMaps("software"))
        {
            var software = Start(map, SubjectKind.Software);
            var kind = map.ReadRequired("kind");
            if (kind.Length > 0 && !SoftwareKinds.Contains(kind))
                _datasetErrorCollector.Add(
                    map.GetLocation("kind"),
                    $"'{kind}' is no kind of software: write {string.Join(", ", SoftwareKinds)}"
                );
            software = software with
            {
                Details = software.Details.Add(DetailNames.SoftwareKind, kind),
                Parent = map.ReadText("organization"),
                Related = map.ReadTexts("uses"),
            };
            var statements = ImmutableArray.CreateBuilder<Statement>();
            _claims.Read(software.Id, Properties.Licence, map.Read(Properties.Licence), file.File, statements.Add);
            Events(software.Id, map, statements);
            map.ReportUnknownKeys("a piece of software");
            AddSubject(software with { Statements = statements.ToImmutable() }, map);
        }
    }

    public void Topics(MapReader file)
    {
        foreach (var map in file.ReadMaps("topics"))
        {
            var topic = Start(map, SubjectKind.Topic, "note");
            var kind = map.ReadRequired("kind");
            if (kind is not ("topic" or "definition" or ""))
                _datasetErrorCollector.Add(map.GetLocation("kind"), $"'{kind}' is no kind of topic: write topic or definition");
            topic = topic with
            {
                Details = topic.Details.Add(DetailNames.TopicKind, kind),
                Related = map.ReadTexts("about"),
                Asks = map.ReadTexts("asks"),
            };
            var statements = ImmutableArray.CreateBuilder<Statement>();
            foreach (var sentence in map.ReadMaps("says"))
                Add(statements, Dated(topic.Id, Properties.Says, "is", sentence, Premises(sentence), "a sentence"));
            if (statements.Count == 0)
                _datasetErrorCollector.Add(map.FileLocation, $"'{topic.Id}' says nothing: add 'says'");
            map.ReportUnknownKeys("a topic");
            AddSubject(topic with { Statements = statements.ToImmutable() }, map);
        }
    }

    private Statement? Promise(string family, MapReader map)
    {
        var made = map.ReadDate("made");
        if (made is null && map.Read("made") is null)
            _datasetErrorCollector.Add(map.FileLocation, "'made' is missing: the date of the promise");
        var qualifiers = ImmutableSortedDictionary.CreateBuilder<string, string>();
        Qualify(qualifiers, "by", map.ReadRequired("by"));
        Qualify(qualifiers, "said", map.ReadText("said"));
        foreach (var key in (ReadOnlySpan<string>)["due", "fulfilled"])
        {
            var date = map.ReadDate(key);
            Qualify(qualifiers, key, date?.Text);
            if (date is { } later && made is { } first && later.Latest < first.Earliest)
                _datasetErrorCollector.Add(map.GetLocation(key), $"dates out of order: '{key}' lies before 'made'");
        }

        var restated = map.ReadTexts("restated");
        if (restated.Any(text => !FactDate.TryParse(text, out _)))
            _datasetErrorCollector.Add(map.GetLocation("restated"), "'restated' is a list of dates");
        Qualify(qualifiers, "restated", string.Join(';', restated));
        Qualify(qualifiers, "about", string.Join(' ', map.ReadTexts("about")));
        return _claims.ReadRest(
            map,
            Draft(family, Properties.Promise, map.ReadRequired("what"), made, qualifiers.ToImmutable()),
            "a promise"
        );
    }

    /// <summary>The events of a subject.</summary>
    internal void Events(string subject, MapReader map, ImmutableArray<Statement>.Builder statements)
    {
        foreach (var happening in map.ReadMaps("events"))
        {
            var kind = happening.ReadRequired("kind");
            if (kind.Length > 0 && !EventKinds.All.Contains(kind))
                _datasetErrorCollector.Add(
                    happening.GetLocation("kind"),
                    $"'{kind}' is no kind of event: write {string.Join(", ", EventKinds.All)}"
                );
            if (happening.Read("on") is null)
                _datasetErrorCollector.Add(happening.FileLocation, "'on' is missing: the date of the event");
            var qualifiers = ImmutableSortedDictionary.CreateBuilder<string, string>();
            Qualify(qualifiers, Qualifiers.EventKind, kind);
            Qualify(qualifiers, "about", string.Join(' ', happening.ReadTexts("about")));
            Add(statements, Dated(subject, Properties.Event, "what", happening, qualifiers.ToImmutable(), "an event"));
        }
    }

    private Statement? Dated(
        string subject,
        string property,
        string key,
        MapReader map,
        ImmutableSortedDictionary<string, string> qualifiers,
        string what
    )
    {
        var value = map.ReadRequired(key);
        _datasetErrorCollector.RequireAllowed(map.GetLocation(key), property, value);
        return _claims.ReadRest(map, Draft(subject, property, value, map.ReadDate("on"), qualifiers), what);
    }

    // What people put forward that the sentence tells to be so, or not to be: a line each.
    private static ImmutableSortedDictionary<string, string> Premises(MapReader map)
    {
        var qualifiers = ImmutableSortedDictionary.CreateBuilder<string, string>();
        foreach (var key in (ReadOnlySpan<string>)[Qualifiers.Affirms, Qualifiers.Denies])
            Qualify(qualifiers, key, string.Join('\n', map.ReadTexts(key)));
        return qualifiers.ToImmutable();
    }

    private Statement? Condition(string licence, MapReader map)
    {
        var kind = map.ReadRequired("kind");
        if (kind.Length > 0)
            _datasetErrorCollector.RequireAllowed(map.GetLocation("kind"), Properties.Condition, kind);
        var qualifiers = ImmutableSortedDictionary.CreateBuilder<string, string>();
        qualifiers["text"] = map.ReadRequired("text");
        if (map.ReadText("limit") is { } limit)
        {
            if (!long.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                _datasetErrorCollector.Add(map.GetLocation("limit"), "'limit' is a whole number: of users, or of US dollars a year");
            Qualify(qualifiers, "limit", limit);
        }

        if (map.ReadText(Qualifiers.Asks) is { } asks)
        {
            if (asks is not (Model.Condition.Registration or Model.Condition.Royalty))
                _datasetErrorCollector.Add(
                    map.GetLocation(Qualifiers.Asks),
                    $"'asks' is {Model.Condition.Registration} or {Model.Condition.Royalty}"
                );
            Qualify(qualifiers, Qualifiers.Asks, asks);
        }

        Qualify(qualifiers, "except", map.ReadText("except"));
        Qualify(qualifiers, Qualifiers.Regions, string.Join(' ', map.ReadTexts(Qualifiers.Regions)));
        Qualify(qualifiers, Qualifiers.Modality, map.ReadText(Qualifiers.Modality));
        return _claims.ReadRest(map, Draft(licence, Properties.Condition, kind, null, qualifiers.ToImmutable()), "a condition");
    }

    internal static Statement Draft(
        string subject,
        string property,
        string value,
        FactDate? from,
        ImmutableSortedDictionary<string, string> qualifiers
    ) =>
        new()
        {
            Subject = subject,
            Property = property,
            Value = value,
            ValidFrom = from,
            Sources = [],
            VerifiedOn = default,
            Qualifiers = qualifiers,
        };

    internal static Subject Start(MapReader map, SubjectKind kind, string about = "about") =>
        new()
        {
            Kind = kind,
            Id = map.ReadRequired("id"),
            Name = map.ReadRequired("name"),
            Aliases = map.ReadTexts("aliases"),
            About = map.ReadText(about),
        };

    internal void AddSubject(Subject subject, MapReader map) => _subjects.Add((subject, map.FileLocation));

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
