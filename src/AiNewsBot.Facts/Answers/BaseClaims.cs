using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Propositions;

namespace AiNewsBot.Facts.Answers;

/// <summary>Claims on what a model is built on.</summary>
internal static class BaseClaims
{
    private const int MaxSteps = 4;

    public static ClaimFinding? Create(AnswerContext context, Release release, Assertion says)
    {
        if (says.IsFromScratch)
            return FromScratch(context, release);
        var facts = new List<Statement>();
        Release? on = release;
        string? direct = null;
        for (var step = 0; step < MaxSteps && on is not null; step++)
        {
            var held = on.GetEffective(Properties.BasedOn, context.Day);
            if (held.Value is not { } id || context.Facts.Find(id) is not { } found)
                break;
            direct ??= found.Name;
            if (held.Statement is { } statement)
                facts.Add(statement);
            if (IsMeant(context, found, says.Base!))
                return new ClaimFinding(ClaimJudgement.Agrees, context.Wording["claim_base", ("base", direct)], [.. facts]);
            on = found as Release;
        }

        return direct is null
            ? new ClaimFinding(ClaimJudgement.Unknown, context.Wording["claim_nothing_known"], [])
            : new ClaimFinding(ClaimJudgement.Disagrees, context.Wording["claim_base", ("base", direct)], [.. facts]);
    }

    // Of a model that is built on no other the facts say nothing.
    private static ClaimFinding FromScratch(AnswerContext context, Release release) =>
        release.GetEffective(Properties.BasedOn, context.Day) is { Value: { } id, Statement: { } statement }
        && context.Facts.Find(id) is { } found
            ? new ClaimFinding(ClaimJudgement.Disagrees, context.Wording["claim_base", ("base", found.Name)], [statement])
            : new ClaimFinding(ClaimJudgement.Unknown, context.Wording["claim_nothing_known"], []);

    // "A Llama finetune" is one of any Llama; a size of Qwen2.5 is Qwen2.5.
    private static bool IsMeant(AnswerContext context, SubjectView found, SubjectView said) =>
        found == said
        || context.Facts.FamilyOf(found) == said
        || found is Release variant && said is Release whole && context.Facts.VariantsOf(whole).Contains(variant)
        || said is Release one && found is Release other && context.Facts.VariantsOf(other).Contains(one);
}
