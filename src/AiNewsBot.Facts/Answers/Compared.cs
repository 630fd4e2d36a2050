using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Facts.Answers;

/// <summary>What is public of one of several that are compared: a release, or the releases of a family or maker.</summary>
internal sealed class Compared
{
    public Compared(AnswerContext context, SubjectView subject, ImmutableArray<(Release Release, Verdict Verdict)> judged)
    {
        Subject = subject;
        Licences = [.. judged.Select(pair => pair.Verdict.Licence).OfType<Licence>().Distinct().Select(LicenceFormatter.GetShortName)];
        var each = judged
            .Select(pair =>
                pair.Release.ComponentsOn(context.Day)
                    .Where(reading => IsPublic(reading.Availability))
                    .Select(reading => reading.Component)
                    .ToArray()
            )
            .ToArray();
        Public = [.. Components.All.Where(component => Array.Exists(each, components => components.Contains(component)))];
        Fewest = each.Select(components => components.Length).DefaultIfEmpty().Min();
        Most = each.Select(components => components.Length).DefaultIfEmpty().Max();
    }

    public SubjectView Subject { get; }

    /// <summary>The licences of its weights, by their short names.</summary>
    public ImmutableArray<string> Licences { get; }

    /// <summary>The components that are public of any of its releases.</summary>
    public ImmutableArray<string> Public { get; }

    /// <summary>How many are public of the release that has fewest.</summary>
    public int Fewest { get; }

    /// <summary>How many are public of the release that has most.</summary>
    public int Most { get; }

    /// <summary>Whether all can have it, at once or behind a form.</summary>
    public static bool IsPublic(Availability availability) => availability is Availability.Available or Availability.Gated;
}
