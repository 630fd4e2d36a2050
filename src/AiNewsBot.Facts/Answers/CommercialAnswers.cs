using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Propositions;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Facts.Answers;

/// <summary>Whether something may be used commercially: yes, no, or under which conditions.</summary>
internal static class CommercialAnswers
{
    public static Answer Create(AnswerContext context, SubjectView subject)
    {
        if (subject is Licence licence)
            return Create(
                context,
                licence,
                context.Wording["commercial_use_what_it_covers"],
                licence,
                LicenceFormatter.Statements(licence, licence.Conditions)
            );
        return subject is Release release ? ForRelease(context, release) : ForGroup(context, subject);
    }

    /// <summary>The same of several side by side, the freest first, in a sentence.</summary>
    public static string Summary(AnswerContext context, IEnumerable<(string Name, IEnumerable<Verdict> Verdicts)> compared) =>
        context.Wording[
            "compare_commercial",
            (
                "uses",
                string.Join(
                    "; ",
                    compared
                        .Select(one => (one.Name, Use: GetUse(one.Verdicts)))
                        .OrderByDescending(pair => pair.Use.Rank)
                        .Select(pair => $"{pair.Name} {context.Wording[pair.Use.Key]}")
                )
            )
        ];

    private static (int Rank, string Key) GetUse(IEnumerable<Verdict> verdicts)
    {
        var uses = verdicts
            .Select(verdict =>
                verdict switch
                {
                    { Kind: VerdictKind.Closed } => (Rank: 1, Key: "commercial_service"),
                    { Licence.Commercial: CommercialUse.No } => (Rank: 1, Key: "commercial_no"),
                    { Licence: { Commercial: not CommercialUse.Unknown } licence } => IsFree(licence)
                        ? (Rank: 4, Key: "commercial_yes")
                        : (Rank: 3, Key: "commercial_conditional"),
                    _ => (Rank: 0, Key: "commercial_unknown"),
                }
            )
            .Distinct()
            .ToArray();
        return uses switch
        {
            [] => (0, "commercial_unknown"),
            [var only] => only,
            _ => (2, "commercial_depends"),
        };
    }

    // A condition that does not restrict use, such as naming the maker, is not mentioned here.
    private static bool IsFree(Licence licence) => !licence.Restrictions.Any();

    private static Answer ForRelease(AnswerContext context, Release release)
    {
        var verdict = context.Facts.Judge(release, context.Day);
        if (verdict is { Kind: VerdictKind.Closed })
            return context.Answer([release], context.Wording["commercial_use_closed", ("name", release.Name)], verdict.Because);
        if (verdict?.Licence is not { Commercial: not CommercialUse.Unknown } licence)
            return context.Refuse(AnswerStatus.NoFact, context.Wording["commercial_use_unknown", ("name", release.Name)], [release]) with
            {
                Notes = [.. LicenceCandidates.Notes(context, release)],
                Facts = [.. LicenceCandidates.Find(context, release)],
            };
        if (BaseTerms.FindBarring(context, release, licence) is { } barring)
            return context.Answer(
                [release],
                context.Wording[
                    "commercial_use_base",
                    ("name", release.Name),
                    ("own", LicenceFormatter.GetFullName(licence)),
                    ("base", barring.Base.Name),
                    ("licence", LicenceFormatter.GetFullName(barring.Licence))
                ],
                verdict.Because.Take(2).Append(barring.Fact)
            );
        var answer = Create(
            context,
            release,
            release.Name,
            licence,
            verdict.Because.Take(2).Concat(LicenceFormatter.Statements(licence, licence.Conditions))
        );
        return
            licence.Commercial != CommercialUse.No
            && BaseTerms.Find(context, release) is { Licence.Commercial: CommercialUse.Conditional } on
            ? Beside(context, release, licence, answer, on)
            : answer;
    }

    // Apache of FramePack itself is half of it: what it is built on has a cap on users.
    private static Answer Beside(AnswerContext context, Release release, Licence own, Answer answer, BaseTerms on) =>
        answer with
        {
            Lead = context.Wording[
                "commercial_use_base_too",
                ("own", LicenceFormatter.GetFullName(own)),
                ("name", release.Name),
                ("base", on.Base.Name),
                ("licence", LicenceFormatter.GetFullName(on.Licence))
            ],
            Rows = [.. answer.Rows, .. LicenceFormatter.Rows(on.Licence.Restrictions)],
            Facts =
            [
                .. answer.Facts.Append(on.Fact).Concat(LicenceFormatter.Statements(on.Licence, [.. on.Licence.Restrictions])).Distinct(),
            ],
        };

    private static Answer Create(AnswerContext context, SubjectView subject, string name, Licence licence, IEnumerable<Statement> facts)
    {
        var key = licence.Commercial switch
        {
            CommercialUse.No => "commercial_use_no",
            _ when !licence.CommercialConditions.Any() => "commercial_use_yes",
            _ => "commercial_use_conditional",
        };
        if (licence.Commercial != CommercialUse.No && IsUnread(context.Question))
            key += "_told";
        return context.Answer(
            [subject],
            context.Wording[key, ("name", name), ("licence", LicenceFormatter.GetFullName(licence))],
            facts
        ) with
        {
            Rows = licence.Commercial == CommercialUse.No ? [] : LicenceFormatter.Rows(licence.CommercialConditions),
        };
    }

    // "It needs a licence of its own, is that so": where what is put forward was not understood, yes would agree to it.
    private static bool IsUnread(Question question) =>
        AskedYes.IsOfOpposite(question.Tokens) && !AsksForUse(question)
        || question.IsClaim && !question.Propositions.Any(claim => claim is { Aspect: Aspect.CommercialUse, Says.IsDenied: false });

    // "It was trained on non-commercial data. Can it be used commercially?": what is told before turns nothing round that is asked behind.
    private static bool AsksForUse(Question question) =>
        !question.IsUnsure
        && question.Phrases.Exists(hit => hit.Group is "commercial" or "selling" && question.Tokens[hit.Start].IsAsked)
        && !AskedYes.IsOfOpposite(question.Tokens.RemoveAll(token => !token.IsAsked))
        && !question.Propositions.Any(claim => claim.Says is { Term: OpennessTerm.NonCommercial, IsDenied: false });

    private static Answer ForGroup(AnswerContext context, SubjectView group)
    {
        var judged = OpennessAnswers.Judge(context, group);
        if (judged.IsEmpty)
            return context.Refuse(AnswerStatus.NoFact, context.Wording["commercial_use_unknown", ("name", group.Name)], [group]);
        var facts = judged.SelectMany(pair => pair.Verdict.Because.Take(3));
        var uses = judged.GroupBy(pair => Use(context, pair.Verdict)).ToArray();
        if (uses.Length > 1)
        {
            return context.Answer([group], context.Wording["commercial_group", ("name", group.Name)], facts) with
            {
                Rows =
                [
                    .. uses.Select(same => new AnswerRow(
                        context.Names([.. same.Select(pair => pair.Release)]),
                        same.Key,
                        same.First().Verdict is { Licence: null, Kind: var kind } ? kind : null
                    )
                    {
                        Commercial = same.First().Verdict.Licence?.Commercial,
                    }),
                ],
            };
        }

        if (judged is [{ Verdict.Licence: { Commercial: not CommercialUse.No } } only] && BaseTerms.Find(context, only.Release) is not null)
            return ForRelease(context, only.Release) with { Subjects = [group] };
        var first = judged[0].Verdict;
        if (first.Kind == VerdictKind.Closed)
            return context.Answer([group], context.Wording["commercial_use_closed", ("name", group.Name)], facts);
        return first.Licence is { } licence
            ? Create(context, group, group.Name, licence, facts)
            : context.Refuse(AnswerStatus.NoFact, context.Wording["commercial_use_unknown", ("name", group.Name)], [group]);
    }

    /// <summary>The same of the releases of one, by release where they differ.</summary>
    public static string Uses(AnswerContext context, IEnumerable<(Release Release, Verdict Verdict)> judged)
    {
        var uses = judged.GroupBy(pair => Use(context, pair.Verdict)).ToArray();
        return uses is [var alike]
            ? alike.Key
            : string.Join("; ", uses.Select(same => $"{context.Names([.. same.Select(pair => pair.Release)])}: {same.Key}"));
    }

    private static string Use(AnswerContext context, Verdict verdict) =>
        verdict.Licence is { } licence
            ? $"{context.Wording["commercial_" + licence.Commercial.ToString().ToLowerInvariant()]} "
                + $"({LicenceFormatter.GetShortName(licence)}{Kinds(context, licence)})"
            : context.Wording.Name(verdict.Kind);

    // A list has no room for their sentences.
    private static string Kinds(AnswerContext context, Licence licence) =>
        licence.Commercial == CommercialUse.Conditional && licence.Restrictions.Any()
            ? ": " + string.Join(", ", licence.Restrictions.Select(condition => LicenceFormatter.GetKind(context, condition)).Distinct())
            : "";
}
