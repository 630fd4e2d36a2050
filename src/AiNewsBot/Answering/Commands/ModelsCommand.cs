using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Limits;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Dates;
using AiNewsBot.Facts.Questions.Lists;
using AiNewsBot.Facts.Verdicts;
using AiNewsBot.Scheduling;

namespace AiNewsBot.Answering.Commands;

/// <summary>/models: which releases match, page by page.</summary>
internal sealed class ModelsCommand(SnapshotHolder snapshots, AnswerReplyBuilder replies, TimeProvider time) : Command
{
    private const int FirstYear = 2015;

    public override CommandDefinition Definition { get; } =
        new(
            "models",
            "Which models match: by maker, country, openness, licence, component or year",
            new OptionDefinition("organization", "Who makes them", Completes: true, MaxLength: SubjectLookup.MaxLength),
            new OptionDefinition("country", "Where their makers are, such as France", Completes: true, MaxLength: SubjectLookup.MaxLength),
            new OptionDefinition("verdict", "How open they are")
            {
                Choices =
                [
                    .. Enum.GetValues<VerdictKind>()
                        .Where(kind => kind is not (VerdictKind.Unknown or VerdictKind.Mixed))
                        .Reverse()
                        .Select(kind => new OptionChoice(kind.ToWords(), kind.ToSlug())),
                ],
            },
            new OptionDefinition("licence", "Under which licence their weights are", Completes: true, MaxLength: SubjectLookup.MaxLength),
            new OptionDefinition("component", "What is public")
            {
                Choices = [.. Components.All.Select(slug => new OptionChoice(Components.Label(slug), slug))],
            },
            new OptionDefinition("year", "In which year they came out", OptionKind.Number),
            Private
        );

    public override async Task<ImmutableArray<OptionChoice>> CompleteAsync(Request request, CancellationToken cancellationToken)
    {
        var names = (await snapshots.ForAsync(request.Caller.Server, cancellationToken)).Names;
        var typed = request.Option(request.Focused ?? "") ?? "";
        return request.Focused switch
        {
            "organization" => names.CompleteOrganizations(typed),
            "country" => names.CompleteCountries(typed),
            _ => names.CompleteLicences(typed),
        };
    }

    public override bool NeedsFactsAlone => true;

    public override LimitedAction? Limit => LimitedAction.Question;

    public override ValueTask<AccessRule> GetAccessAsync(Request request) => new(AccessRule.Everyone);

    public override async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var snapshot = await snapshots.ForAsync(request.Caller.Server, cancellationToken);
        var today = time.Today();
        var (filter, fault) = Read(request, snapshot, today);
        return fault is not null
            ? Replies.Ephemeral(fault)
            : await replies.CreateAsync(snapshot, snapshot.Answerer.List(filter, today), IsPrivate(request));
    }

    private static (ListFilter Filter, string? Fault) Read(Request request, Snapshot snapshot, DateOnly today)
    {
        var filter = new ListFilter();
        if (request.Option("organization") is { } maker)
        {
            if (
                SubjectLookup.Find(snapshot, maker, today).Subject
                is not { Subject.Kind: SubjectKind.Organization or SubjectKind.Family } of
            )
                return (filter, request.Texts["error.maker_unknown", ("name", maker)]);
            filter = filter with { Of = [of] };
        }

        if (request.Option("country") is { } country)
        {
            if (snapshot.Names.FindCountry(country) is not { } code)
                return (filter, request.Texts["error.country_unknown", ("name", country)]);
            filter = filter with { Countries = [code] };
        }

        if (request.Option("verdict") is { } verdict && VerdictText.TryParse(verdict) is { } kind)
            filter = filter with { Verdicts = [kind] };
        if (request.Option("licence") is { } name)
        {
            if (snapshot.Facts.FindLicence(name) is not { } licence)
                return (filter, request.Texts["error.licence_unknown", ("name", name)]);
            filter = filter with { Licence = licence };
        }

        if (request.Option("component") is { } component && Components.Contains(component))
            filter = filter with { Components = [component] };
        if (request.Option("year") is { } text)
        {
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year < FirstYear || year > today.Year)
                return (filter, request.Texts["error.year_unknown", ("text", text), ("first", $"{FirstYear}"), ("last", $"{today.Year}")]);
            filter = filter with { During = new Period(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)) };
        }

        return (FilterFormatter.Describe(filter), null);
    }
}
