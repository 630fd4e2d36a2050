using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Facts.Answers;

/// <summary>How open a release, a family or a maker is.</summary>
internal static class OpennessAnswers
{
    private const int MaxWays = 8;
    private const int MaxLicences = 4;
    private const int MaxUndecided = 2;

    public static Answer Create(AnswerContext context, SubjectView subject) =>
        subject is Release release ? ForRelease(context, release) : ForGroup(context, subject);

    /// <summary>A row for each way in which releases are open, the newest first.</summary>
    public static ImmutableArray<AnswerRow> Split(AnswerContext context, IEnumerable<(Release Release, Verdict Verdict)> judged)
    {
        var ways = judged
            .GroupBy(pair =>
                (pair.Verdict.Kind, Licence: pair.Verdict.Licence is { } licence ? LicenceFormatter.GetShortName(licence) : null)
            )
            .ToArray();
        return ways.Length > MaxWays
            ?
            [
                .. ways.GroupBy(way => way.Key.Kind)
                    .Select(kind => new AnswerRow(
                        context.Names([.. kind.SelectMany(way => way).Select(pair => pair.Release)]),
                        Describe(context, kind.Key, kind.Select(way => way.Key.Licence).OfType<string>()),
                        kind.Key
                    )
                    {
                        IsLocal = kind.SelectMany(way => way).Any(IsLocal),
                    }),
            ]
            :
            [
                .. ways.Select(group => new AnswerRow(
                    context.Names([.. group.Select(pair => pair.Release)]),
                    Describe(context, group.Key.Kind, group.Key.Licence, group.ToArray() is [var only] ? only.Verdict : null),
                    group.Key.Kind
                )
                {
                    IsLocal = group.Any(IsLocal),
                }),
            ];
    }

    private static bool IsLocal((Release Release, Verdict Verdict) pair) => pair.Verdict.Because.Any(fact => fact.IsLocal);

    // Of a maker of many models, which licences there are, a few written out.
    private static string Describe(AnswerContext context, VerdictKind kind, IEnumerable<string> licences)
    {
        string[] all = [.. licences];
        if (all.Length == 0)
            return context.Wording.Name(kind);
        string[] named =
            all.Length <= MaxLicences + 1
                ? all
                :
                [
                    .. all.Take(MaxLicences),
                    context.Wording["list_more", ("count", (all.Length - MaxLicences).ToString(CultureInfo.InvariantCulture))],
                ];
        return $"{context.Wording.Name(kind)}, {string.Join("; ", named)}";
    }

    /// <summary>
    /// The releases of a subject that were known on the day, with their verdicts, newest first, and of a family the variants that are
    /// open in another way.
    /// </summary>
    public static ImmutableArray<(Release Release, Verdict Verdict)> Judge(AnswerContext context, SubjectView subject) =>
        [
            .. from release in context.Facts.ReleasesOf(subject)
            let whole = context.Facts.Judge(release, context.Day)
            where whole is not null
            from one in subject.Subject.Kind == SubjectKind.Family ? context.Facts.VariantsOf(release).Prepend(release) : [release]
            let verdict = context.Facts.Judge(one, context.Day)
            where verdict is not null && (one == release || verdict.Kind != whole.Kind)
            select (one, verdict),
        ];

    /// <summary>How open, since when where one release is told alone, and under which licence.</summary>
    public static string Describe(AnswerContext context, VerdictKind kind, string? licence, Verdict? alone = null)
    {
        if (licence is null)
            return context.Wording.Name(kind);
        var since = alone is not null && Since.Find(alone.Because[0], alone.Because[1]) is { } latest ? " " + context.Since(latest) : "";
        return $"{context.Wording.Name(kind)}{since}, {licence}";
    }

    private static Answer ForRelease(AnswerContext context, Release release)
    {
        var wording = context.Wording;
        var verdict = context.Facts.Judge(release, context.Day);
        if (verdict is null)
        {
            var early = wording[
                "not_yet",
                ("name", release.Name),
                ("day", AnswerContext.Write(context.Day)),
                ("announced", (release.Announcement ?? release.FirstWeights) is { } first ? DayText.Raw(first) : "")
            ];
            return context.Refuse(AnswerStatus.NoFact, early, [release]) with
            {
                Verdict = VerdictKind.Unknown,
                Facts = release.All(Properties.Announced),
            };
        }

        var promises = verdict.Kind is VerdictKind.Closed ? PromiseFormatter.About(context, release) : [];
        var answer = context.Answer([release], Lead(context, release, verdict), verdict.Because.Concat(promises)) with
        {
            How = How(context, release, verdict),
            Rows = verdict.Kind == VerdictKind.RestrictedWeights ? LicenceFormatter.Rows(verdict.Licence!.Restrictions) : [],
            Verdict = verdict.Kind,
            Definitions = verdict.Definitions,
            Notes =
            [
                .. Candidates(context, release, verdict),
                .. Notes(context, release, verdict),
                .. promises.Select(promise => PromiseFormatter.Format(context, promise)),
                .. verdict.Kind == VerdictKind.Closed ? PromiseFormatter.None(context, release) : [],
            ],
        };
        return verdict.Kind == VerdictKind.Unknown ? answer with { Status = AnswerStatus.NoFact } : answer;
    }

    /// <summary>How open a release is whose weights are published, without the yes or no that an answer opens with.</summary>
    public static string Statement(AnswerContext context, Release release)
    {
        var said = Lead(context, release, context.Facts.Judge(release, context.Day)!, opens: false);
        return char.ToUpperInvariant(said[0]) + said[1..];
    }

    private static string Lead(AnswerContext context, Release release, Verdict verdict, bool opens = true)
    {
        var wording = context.Wording;
        var name = ("name", release.Name);
        if (verdict.Kind == VerdictKind.Unknown)
            return wording["openness_unknown", name, ("reason", Reason(context, release, verdict))];
        if (verdict.Kind == VerdictKind.Closed)
            return wording["openness_closed", name];
        if (verdict.Kind == VerdictKind.OpenWeights && IsUndecided(verdict))
            return wording["openness_open_weights_undecided", name];
        return wording[Key(verdict.Kind), name, ("opening", opens ? wording[Key(verdict.Kind) + "_opening"] : "")];
    }

    private static IEnumerable<string> Candidates(AnswerContext context, Release release, Verdict verdict) =>
        verdict.Kind == VerdictKind.Unknown && verdict.Weights.IsPublished() ? LicenceCandidates.Notes(context, release) : [];

    // An unstated part may still make it open source: then the answer does not deny it.
    private static bool IsUndecided(Verdict verdict) =>
        verdict.Definitions.Any(definition => definition is { Id: OpenSourceDefinition.Id, IsUndecided: true });

    private static string? How(AnswerContext context, Release release, Verdict verdict)
    {
        var wording = context.Wording;
        if (verdict.Kind is VerdictKind.Unknown or VerdictKind.Closed)
            return null;
        var key =
            Key(verdict.Kind) + (verdict.Kind == VerdictKind.RestrictedWeights && !verdict.Licence!.Restrictions.Any() ? "_plain" : "_how");
        var (weights, licence) = (verdict.Because[0], verdict.Because[1]);
        var since = weights.ValidFrom is null ? "" : " " + context.Since(weights);
        var under = LicenceFormatter.GetFullName(verdict.Licence!);
        var isLater = Since.IsLater(licence, weights);
        return wording[
            key,
            ("name", release.Name),
            ("licence", isLater ? $"{under} {context.Since(licence)}" : under),
            ("availability", wording["availability_" + verdict.Weights.ToSlug()] + since + (isLater ? "," : ""))
        ];
    }

    private static string Key(VerdictKind kind) =>
        kind switch
        {
            VerdictKind.OpenSource => "openness_open_source",
            VerdictKind.OpenWeights => "openness_open_weights",
            VerdictKind.RestrictedWeights => "openness_restricted",
            _ => "openness_non_commercial",
        };

    private static string Reason(AnswerContext context, Release release, Verdict verdict)
    {
        var day = ("day", AnswerContext.Write(context.Day));
        return release.ExistedOn(context.Day) is null ? context.Wording["reason_announced", day]
            : verdict.Weights.IsPublished()
                ? context.Wording[
                    release.GetLicence(Components.Weights, context.Day).Uncertain ? "reason_licence_uncertain" : "reason_licence",
                    day
                ]
            : release.Component(Components.Weights, context.Day).Uncertain ? context.Wording["reason_uncertain", day]
            : context.Wording["reason_weights"];
    }

    // Who sets licences or claims against each other does not ask for a class.
    private static bool IsOfOpennessAlone(Question question) =>
        question.Tokens.IsEmpty
        || question.Tokens[^1].Sentence == 0 && question.Licences.IsEmpty
        || question.Tokens.Any(token => token.Text is "mof" or "framework" or "class");

    private static IEnumerable<string> Notes(AnswerContext context, Release release, Verdict verdict)
    {
        foreach (var definition in verdict.Definitions)
        {
            if (definition.Id == OpenSourceDefinition.Id && definition.Result != DefinitionResult.Met)
                yield return definition.Result == DefinitionResult.NotMet
                    ? MissingComponents.Tell(context, release, definition.Missing)
                    : context.Wording["openness_undecided", ("missing", context.Labels(definition.Missing))];
            else if (definition.Id == ModelOpennessFramework.Id && IsOfOpennessAlone(context.Question))
                yield return context.Wording["openness_mof", ("class", context.Wording["mof_" + definition.Result])];
        }
    }

    private static Answer ForGroup(AnswerContext context, SubjectView group)
    {
        var wording = context.Wording;
        var judged = Judge(context, group);
        var name = ("name", group.Name);
        if (judged.IsEmpty)
        {
            var key = context.Facts.ReleasesOf(group).IsEmpty ? "group_unknown" : "group_none_yet";
            return context.Refuse(AnswerStatus.NoFact, wording[key, name, ("day", AnswerContext.Write(context.Day))], [group]) with
            {
                Verdict = VerdictKind.Unknown,
            };
        }

        var verdict = VerdictRules.Combine([.. judged.Select(pair => pair.Verdict)]);
        ImmutableArray<Release> undecided =
        [
            .. judged.Where(pair => pair.Verdict.Kind == VerdictKind.OpenWeights && IsUndecided(pair.Verdict)).Select(pair => pair.Release),
        ];
        var all = judged.Any(pair => pair.Verdict.Kind == VerdictKind.Unknown) ? "group_known_" : "group_all_";
        var lead = wording[
            verdict switch
            {
                VerdictKind.OpenSource => all + "open_source",
                VerdictKind.OpenWeights when !undecided.IsEmpty && all == "group_all_" => "group_all_open_weights_undecided",
                VerdictKind.OpenWeights => all + "open_weights",
                VerdictKind.RestrictedWeights => all + "restricted",
                VerdictKind.NonCommercialWeights => all + "non_commercial",
                VerdictKind.Closed => all + "closed",
                VerdictKind.Mixed => "group_mixed",
                _ => "group_unknown",
            },
            name,
            ("names", context.Names(undecided, MaxUndecided))
        ];
        var promises = PromiseFormatter.About(context, group).Where(promise => promise.Qualifier("fulfilled") is null).ToImmutableArray();
        // What is published is what a reader wants to see for themselves: its sources come before those of what is closed.
        var behind = judged.OrderBy(pair => pair.Verdict.Kind == VerdictKind.Closed).SelectMany(pair => pair.Verdict.Because.Take(2));
        return context.Answer([group], lead, behind.Concat(promises)) with
        {
            Status = verdict == VerdictKind.Unknown ? AnswerStatus.NoFact : AnswerStatus.Answered,
            Verdict = verdict,
            Rows = Split(context, judged),
            Notes =
            [
                .. judged is [var (only, how)] ? Notes(context, only, how) : [],
                .. promises.Select(promise => PromiseFormatter.Format(context, promise)),
                .. verdict == VerdictKind.Closed ? PromiseFormatter.None(context, group) : [],
            ],
        };
    }
}
