using System.Collections.Immutable;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions.Dates;

/// <summary>Dates that are named by a release: "was Gemma open before Gemma 4" asks as of the day before that came out, "what licence did
/// Yi have at launch" as of its own first day.</summary>
internal static class EventDates
{
    /// <summary>The date that a release names, and that release's name where it names nothing else; null without one.</summary>
    public static (DatePhrase Date, EntityLink? Named)? Read(
        ImmutableArray<EntityLink> links,
        ImmutableArray<CueHit> cues,
        ImmutableArray<Token> tokens,
        DateOnly today
    )
    {
        if (AtLaunch(links, cues, tokens, today) is { } launch)
            return (launch, null);
        if (links.Length < 2)
            return null;
        foreach (var link in links)
        {
            if (
                link is not { Subject: Release release, IsAmbiguous: false, Version: null }
                || (release.WeightsOut ?? release.Announced) is not { } date
            )
                continue;
            var word = cues.Where(hit => hit.Cue.Group == "dates" && hit.End == link.Start && hit.Cue.Value is "before" or "after")
                .Select(hit => hit.Cue.Value)
                .FirstOrDefault();
            if (word is null)
                continue;
            var day = word == "before" ? date.Earliest.AddDays(-1) : date.Latest.AddDays(1);
            return (
                new DatePhrase(
                    day > today ? today : day,
                    new Period(date.Earliest, date.Latest),
                    DateProblem.None,
                    link.Typed,
                    link.Start,
                    link.Count
                ),
                link
            );
        }

        return null;
    }

    private static DatePhrase? AtLaunch(
        ImmutableArray<EntityLink> links,
        ImmutableArray<CueHit> cues,
        ImmutableArray<Token> tokens,
        DateOnly today
    )
    {
        var hit = cues.FirstOrDefault(hit => hit.Cue is { Group: "dates", Value: "launch" });
        return
            hit.Cue is not null
            && links.Where(link => link.Subject is Release).ToArray() is [{ IsAmbiguous: false, Version: null, Subject: Release release }]
            && (release.WeightsOut ?? release.Announced) is { } date
            && date.Latest <= today
            ? new DatePhrase(
                date.Latest,
                new Period(date.Earliest, date.Latest),
                DateProblem.None,
                string.Join(' ', tokens.Skip(hit.Start).Take(hit.Count).Select(token => token.Raw)),
                hit.Start,
                hit.Count
            )
            : null;
    }
}
