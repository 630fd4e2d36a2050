using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Answers;

/// <summary>What binds a release beside its own licence: that of the model of another maker on which it is built.</summary>
/// <param name="Base">The model on which it is built.</param>
/// <param name="Licence">Its licence.</param>
/// <param name="Fact">The statement that says what it is built on.</param>
internal sealed record BaseTerms(Release Base, Licence Licence, Statement Fact)
{
    /// <summary>The terms; null where it is built on none, on one of its own maker, or on one whose licence leaves it free.</summary>
    public static BaseTerms? Find(AnswerContext context, Release release) =>
        release.GetEffective(Properties.BasedOn, context.Day) is { Value: { } id, Statement: { } fact }
        && context.Facts.Find(id) is Release on
        && context.Facts.MakerOf(on) is { } maker
        && maker != context.Facts.MakerOf(release)
        && context.Facts.LicenceOf(on, Components.Weights, context.Day) is { } licence
        && licence.TermsOf(Properties.Derivatives) is { Value: "bound" }
        && context.Facts.LicenceOf(release, Components.Weights, context.Day) != licence
            ? new BaseTerms(on, licence, fact)
            : null;

    /// <summary>Those that exclude commercial use although its own licence allows it; null where there are none such.</summary>
    public static BaseTerms? FindBarring(AnswerContext context, Release release, Licence own) =>
        own.Commercial != CommercialUse.No && Find(context, release) is { Licence.Commercial: CommercialUse.No } terms ? terms : null;
}
