using System.Collections.Immutable;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Answering;

/// <summary>Compares what is named.</summary>
internal static class Comparison
{
    /// <summary>The comparison; why one of the names is not known; or null where all name the same.</summary>
    /// <param name="snapshot">What is known.</param>
    /// <param name="names">Ids or names.</param>
    /// <param name="today">The day of the question.</param>
    public static Answer? Create(Snapshot snapshot, IEnumerable<string> names, DateOnly today)
    {
        var subjects = ImmutableArray.CreateBuilder<SubjectView>();
        foreach (var name in names)
        {
            var (subject, refusal) = SubjectLookup.Find(snapshot, name, today);
            if (subject is null)
                return refusal;
            if (!subjects.Contains(subject))
                subjects.Add(subject);
        }

        return subjects.Count == 1 ? null : snapshot.Answerer.Compare(subjects.ToImmutable(), today);
    }

    /// <summary>The same comparison with another name in the place of the one that was not plain.</summary>
    public static AnswerReference With(Snapshot snapshot, ImmutableArray<string> names, SubjectView choice, DateOnly today)
    {
        var isPlaced = false;
        return AnswerReference.ForComparison.Create(names.Select(name => Place(name)));

        string Place(string name)
        {
            if (SubjectLookup.Find(snapshot, name, today).Subject is { } subject)
                return subject.Id;
            if (isPlaced)
                return name;
            isPlaced = true;
            return choice.Id;
        }
    }
}
