using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Questions.Dates;

namespace AiNewsBot.Facts.Questions.Propositions;

/// <summary>The date of a clause: when something came out, or as of when something is so.</summary>
internal sealed class PropositionDates(CueFinder cues, AsOfDateReader reader)
{
    private static readonly PropositionWords Words = PropositionWords.Shipped;

    /// <summary>A clause's date, and what is said by it alone.</summary>
    /// <param name="Date">The date; null where the clause has none.</param>
    /// <param name="Only">What the clause says with it when it says nothing else.</param>
    public readonly record struct Found(DatePhrase? Date, (Assertion Says, int At)? Only)
    {
        public Assertion Apply(Assertion says) =>
            Date is null || says.Aspect is Aspect.ReleaseDate ? says : says with { Date = Date, Time = TimeScope.Now };
    }

    // A clause behind one that told when something came out continues it: "BLOOM came in 2022, Llama in 2023".
    public Found Read(PropositionClause clause, IEnumerable<Assertion> others, DateOnly today, bool isDating)
    {
        if (clause.IsMessage && !others.Any() && BesideModel(clause, isDating) is { } beside)
            return beside;
        var words = clause.Tokens.Slice(clause.Start, clause.End - clause.Start);
        if (!words.Any(token => char.IsAsciiDigit(token.Text[^1]) || token.Text is "yesterday" or "week" or "month" or "year" or "ago"))
            return default;
        bool IsName(int index) => clause.IsName(clause.Start + index);
        if (reader.Read(words, cues.Find(words, IsName), IsName, today) is not { Period: not null } date)
            return default;
        if (clause.IsMessage && date.Start > 0 && Words.Is("since", words[date.Start - 1].Text))
            date = date with { IsSince = true };
        var verb = clause.Hits("released").FirstOrDefault();
        var isFrom = date.Start > 1 && words[date.Start - 1].Text is "from" or "of" && clause.IsCopula(clause.Start + date.Start - 2);
        var weights = clause.Hits("components").FirstOrDefault(hit => hit.Value == Components.Weights);
        var isOut = weights.Count > 0 && (verb.Count > 0 || IsSince(clause, date));
        var isGapped = isDating && !others.Any() && clause.Names.Any() && clause.IsEmptyBetween(clause.Start, clause.End);
        if (isOut && others.All(says => says is { Aspect: Aspect.Component, Component: Components.Weights }) || isGapped)
            return new Found(
                date,
                (
                    new Assertion(Aspect.ReleaseDate) { Date = date, Component = weights.Count > 0 ? Components.Weights : null },
                    isGapped ? clause.Start + date.Start : weights.Start
                )
            );
        if (!others.Any() && verb.Count == 0 && IsDatedName(clause, date))
            return new Found(date, (new Assertion(Aspect.ReleaseDate) { Date = date }, clause.Start + date.Start));
        if (clause.IsMessage && others.Any() && clause.Hits("always").Any(hit => IsBegunOn(clause, hit, date)))
            return new Found(null, (new Assertion(Aspect.ReleaseDate) { Date = date }, clause.Start + date.Start));
        if (others.Any() && !date.IsSince && IsReleased(clause, verb, others))
            return new Found(date, (new Assertion(Aspect.ReleaseDate) { Date = date }, verb.Start));
        if (others.Any() || verb.Count == 0 && !isFrom)
            return new Found(date, null);
        var isAnnouncement = clause.Has("announced");
        return new Found(
            date,
            (
                new Assertion(Aspect.ReleaseDate) { Date = date, IsAnnouncement = isAnnouncement },
                isFrom ? clause.Start + date.Start : verb.Start
            )
        );
    }

    // "From the start in July 2022": then it came out.
    private static bool IsBegunOn(PropositionClause clause, PhraseHit always, DatePhrase date) =>
        always.Count > 1
        && clause.Start + date.Start - always.End is 0 or 1
        && clause.Tokens[always.End - 1].Text is "start" or "beginning" or "launch" or "one";

    // "They dropped it under Apache on 5 August" tells when it came out, too; "it was MIT at first, in 2023" does not.
    private static bool IsReleased(PropositionClause clause, PhraseHit verb, IEnumerable<Assertion> others) =>
        clause.IsMessage
        && verb.Count > 0
        && clause.Tokens[verb.Start].Text is not ("started" or "opened" or "presented" or "originally" or "initially" or "at" or "on")
        && !clause.Has("denials")
        && others.All(says => says is { Aspect: Aspect.Licence or Aspect.Openness, Component: null });

    // "Mistral 7B came out before the first LLaMA"
    private static Found? BesideModel(PropositionClause clause, bool isDating)
    {
        if (
            clause.Names is not [.., { IsAmbiguous: false, Version: null, Subject: var other } last]
            || last.End != clause.End
            || clause.ComparedAt(last) is not { } at
            || FirstOf(clause, other) is not { } first
            || (first.Announced ?? first.WeightsOut) is not { } day
        )
            return null;
        var verb = clause.Hits("released").LastOrDefault(hit => hit.End <= at);
        if (verb.Count == 0 && !(isDating && clause.IsEmptyBetween(clause.Start, at)) || clause.Has("denials"))
            return null;
        var date = new DatePhrase(
            clause.Tokens[at].Text == "before" ? day.Earliest.AddDays(-1) : day.Latest.AddDays(1),
            new Period(day.Earliest, day.Latest),
            DateProblem.None,
            $"{first.Name} ({day.Text})",
            at - clause.Start,
            last.End - at
        );
        return new Found(date, (new Assertion(Aspect.ReleaseDate) { Date = date }, verb.Count > 0 ? verb.Start : at));
    }

    private static Release? FirstOf(PropositionClause clause, SubjectView model) =>
        clause
            .Facts.ReleasesOf(model)
            .Where(release => release.Announced is not null || release.WeightsOut is not null)
            .MinBy(release => release.Known);

    // "Mistral 7B, Sept 2023": a name and a day, and nothing else.
    private static bool IsDatedName(PropositionClause clause, DatePhrase date) =>
        clause.Start + date.Start + date.Count == clause.End
        && clause.Models.LastOrDefault() is { } model
        && model.End == clause.Start + date.Start
        && clause.IsEmptyBetween(clause.Start, StartOf(clause, model))
        && !PropositionClause.Between(clause.Start, model.Start).Any(index => Words.Is("auxiliaries", clause.Tokens[index].Text));

    // An address begins with the account.
    private static int StartOf(PropositionClause clause, EntityLink model) =>
        model.Start > clause.Start && clause.Tokens[model.Start].Joint == '/' ? model.Start - 1 : model.Start;

    // "The weights are on Hugging Face since October": then they came out in October.
    private static bool IsSince(PropositionClause clause, DatePhrase date) =>
        date.Start > 0
        && clause.Tokens[clause.Start + date.Start - 1].Text is "since"
        && (clause.Has("public") || Words.Is("components", clause.Tokens[Math.Max(clause.Start, clause.Start + date.Start - 2)].Text));
}
