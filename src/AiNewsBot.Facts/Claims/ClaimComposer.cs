using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Facts.Claims;

/// <summary>Makes of words that say something of a kind what they say: which licence, which day, how open.</summary>
internal static class ClaimComposer
{
    /// <summary>What is put forward; null where the words do not tell, or where the facts could not.</summary>
    public static Proposition? Create(ClaimMessage message, ClaimPair pair, string kind, bool isDenied, FactBase facts)
    {
        if (message.Names[pair.Name].Named is not { } named || SaysOf(message, pair.Span, kind, isDenied, facts) is not { } says)
            return null;
        var (first, last) = (message.Units[pair.Span.Start], message.Units[pair.Span.End - 1]);
        return new Proposition(named.Subject, says, string.Join(' ', message.Tokens[first.Start..last.End].Select(token => token.Raw)))
        {
            Name = named.Name,
            Releases = named.Releases,
        };
    }

    private static Assertion? SaysOf(ClaimMessage message, ClaimSpan span, string kind, bool isDenied, FactBase facts) =>
        kind switch
        {
            ClaimKinds.Licence => LicenceOf(message, span),
            ClaimKinds.Openness => message.HitsIn("terms", span.Start, span.End).LastOrDefault() is { Count: > 0 } term
                ? new Assertion(Aspect.Openness) { Term = PropositionOpenness.TermOf(term.Value) }
                : null,
            ClaimKinds.ReleaseDate => message.Dates.FirstOrDefault(date => message.UnitAt(date.Start) == span.Start) is { } date
                ? new Assertion(Aspect.ReleaseDate) { Date = date }
                : null,
            ClaimKinds.Maker => LinkAt(message, span) is { } link && facts.MakerOf(link.Subject) is { } maker
                ? new Assertion(Aspect.Maker) { Maker = maker }
                : null,
            ClaimKinds.Base => LinkAt(message, span) is { } on && NamedSubject.Create(on, facts) is { } built
                ? new Assertion(Aspect.Overview) { Base = built.Subject }
                : null,
            ClaimKinds.CommercialUse => new Assertion(Aspect.CommercialUse),
            ClaimKinds.Outputs => new Assertion(Aspect.Outputs),
            ClaimKinds.Code => new Assertion(Aspect.Component) { Component = Components.InferenceCode },
            Components.Weights or Components.TrainingData or Components.TrainingCode or Components.InferenceCode or Components.Paper =>
                new Assertion(Aspect.Component) { Component = kind },
            _ => ConditionOf(message, span, kind),
        }
            is { } says
            ? says with
            {
                // What is told as allowed is told of the licence as a limit.
                IsDenied = isDenied ^ kind is ClaimKinds.Distillation or ClaimKinds.Territory,
            }
            : null;

    private static Assertion? LicenceOf(ClaimMessage message, ClaimSpan span)
    {
        if (LinkAt(message, span) is { Subject: Licence licence, IsTypo: false, IsAmbiguous: false, Version: null })
            return new Assertion(Aspect.Licence) { Licence = licence };
        return message
            .HitsIn("own", span.Start, span.End)
            .Concat(message.HitsIn("terms", span.Start, span.End))
            .Any(hit => hit is { Group: "own" } or { Value: "custom" })
            ? new Assertion(Aspect.Openness) { Term = OpennessTerm.OwnLicence }
            : null;
    }

    private static Assertion? ConditionOf(ClaimMessage message, ClaimSpan span, string kind)
    {
        var condition = kind switch
        {
            ClaimKinds.Distillation => "no-training",
            ClaimKinds.Territory or "naming" or "attribution" => kind,
            "use_policy" => "field-of-use",
            "hosting_limit" => "hosting",
            _ => null,
        };
        if (condition is not null)
            return new Assertion(Aspect.Restrictions) { Condition = condition };
        if (kind != ClaimKinds.Limit)
            return null;
        var (first, last) = (message.Units[span.Start], message.Units[span.End - 1]);
        return Amounts.Read(message.Tokens, first.Start, last.End, _ => false) is { } amount
            ? new Assertion(Aspect.Restrictions) { Condition = amount.IsMoney ? "revenue-cap" : "user-cap", Amount = amount.Value }
            : null;
    }

    private static EntityLink? LinkAt(ClaimMessage message, ClaimSpan span) =>
        message.Names.FirstOrDefault(name => name.Unit >= span.Start && name.Unit < span.End)?.Link;
}
