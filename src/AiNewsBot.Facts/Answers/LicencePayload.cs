using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Answers;

/// <summary>The licence on which an answer rests.</summary>
internal sealed record LicencePayload(
    string Id,
    string Name,
    bool OsiApproved,
    CommercialUse CommercialUse,
    IEnumerable<ConditionPayload> Conditions
)
{
    public static LicencePayload From(Licence licence) =>
        new(
            licence.Id,
            licence.Name,
            licence.OsiApproved,
            licence.Commercial,
            licence.Conditions.Select(condition => new ConditionPayload(condition.Kind, condition.Text))
        );
}

/// <summary>What a licence says of outputs.</summary>
internal sealed record OutputsPayload(string CommercialUse, string Ownership, string Training, IEnumerable<ConditionPayload> Conditions)
{
    private const string Unknown = "unknown";

    public static OutputsPayload From(Licence licence) =>
        new(
            licence.TermsOf(Properties.OutputsCommercial)?.Value ?? Unknown,
            licence.TermsOf(Properties.OutputsOwnership)?.Value ?? Unknown,
            licence.TermsOf(Properties.OutputsTraining)?.Value ?? Unknown,
            from property in Properties.OfUse
            let text = licence.TermsOf(property)?.Qualifier("text")
            where text is not null
            select new ConditionPayload(property, text)
        );
}

/// <summary>What a licence asks.</summary>
internal sealed record ConditionPayload(string Id, string Text);
