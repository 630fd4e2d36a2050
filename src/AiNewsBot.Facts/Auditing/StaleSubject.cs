using System.Collections.Immutable;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Auditing;

/// <summary>A subject with facts that were not checked for long, and how much people ask for it.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Facts">How many of its facts are stale.</param>
/// <param name="OldestCheck">The day of the oldest check among them.</param>
/// <param name="Asked">How often counted questions name it.</param>
/// <param name="Place">Its place among the names that are asked for most in public, from 0; null where it is not among them.</param>
public sealed record StaleSubject(SubjectView Subject, int Facts, DateOnly OldestCheck, int Asked, int? Place)
{
    /// <summary>All stale subjects: what questions ask for first, then what is asked for most in public, then the oldest checks.</summary>
    /// <param name="answerer">Over the facts.</param>
    /// <param name="questions">Questions that were counted, with how often each was asked.</param>
    /// <param name="today">The day as of which it is told.</param>
    /// <param name="days">A fact is stale whose last check is older than so many days.</param>
    public static ImmutableArray<StaleSubject> Find(
        Answerer answerer,
        IEnumerable<(string Question, int Asked)> questions,
        DateOnly today,
        int days
    )
    {
        var oldest = today.AddDays(-days);
        var asked = new Dictionary<string, int>();
        foreach (var (question, count) in questions)
        {
            foreach (var id in Named(answerer, question, today))
                asked[id] = asked.GetValueOrDefault(id) + count;
        }

        var places = new Dictionary<string, int>();
        for (var i = 0; i < AskedName.MostAsked.Length; i++)
        {
            foreach (var id in Named(answerer, $"is {AskedName.MostAsked[i]} open source", today))
                places.TryAdd(id, i);
        }

        return
        [
            .. answerer
                .Facts.All.Select(subject =>
                    (Subject: subject, Stale: subject.Subject.Statements.Where(fact => fact.VerifiedOn < oldest).ToArray())
                )
                .Where(pair => pair.Stale.Length > 0)
                .Select(pair => new StaleSubject(
                    pair.Subject,
                    pair.Stale.Length,
                    pair.Stale.Min(fact => fact.VerifiedOn),
                    asked.GetValueOrDefault(pair.Subject.Id),
                    places.TryGetValue(pair.Subject.Id, out var place) ? place : null
                ))
                .OrderByDescending(stale => stale.Asked)
                .ThenBy(stale => stale.Place ?? int.MaxValue)
                .ThenBy(stale => stale.OldestCheck),
        ];
    }

    private static IEnumerable<string> Named(Answerer answerer, string question, DateOnly today) =>
        answerer.Read(question, today).Links.Where(link => !link.IsAmbiguous).Select(link => link.Subject.Id).Distinct();
}
