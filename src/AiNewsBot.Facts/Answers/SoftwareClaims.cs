using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Propositions;

namespace AiNewsBot.Facts.Answers;

/// <summary>Claims on software: its own licence tells whether it is open source, and which it is.</summary>
internal static class SoftwareClaims
{
    public static ClaimFinding Create(AnswerContext context, SubjectView software, Assertion says)
    {
        var held = software.GetEffective(Properties.Licence, says.Date?.Day ?? context.Day);
        if (held is not { Value: { } id, Statement: { } statement } || context.Facts.Licence(id) is not { } licence)
            return new ClaimFinding(ClaimJudgement.Unknown, context.Wording["claim_nothing_known"], []);
        if (says.Aspect is Aspect.CommercialUse or Aspect.Restrictions)
        {
            var terms = TermsClaims.ForLicence(context, licence, says);
            return terms with { Facts = [statement, .. terms.Facts] };
        }

        bool? isSo = says switch
        {
            { Licence: not null } => LicenceClaims.IsClaimed(says, licence),
            { Term: OpennessTerm.OpenSource or OpennessTerm.Open or OpennessTerm.OsiApproved } => licence.OsiApproved,
            { Term: OpennessTerm.FreeSoftware } => licence.CountsAsOpen,
            { Term: OpennessTerm.Closed or OpennessTerm.Proprietary } => !licence.OsiApproved,
            { Term: OpennessTerm.Permissive } => licence.IsPermissive,
            _ => null,
        };
        return new ClaimFinding(
            isSo switch
            {
                true => ClaimJudgement.Agrees,
                false => ClaimJudgement.Disagrees,
                null => ClaimJudgement.Unknown,
            },
            context.Wording["claim_under", ("licence", LicenceFormatter.GetFullName(licence))],
            [statement]
        );
    }
}
