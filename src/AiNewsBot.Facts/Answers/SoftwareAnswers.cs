using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Answers;

/// <summary>What a piece of software is: no model, so that no verdict is given, but its own licence is.</summary>
internal static class SoftwareAnswers
{
    /// <summary>What it is, under which licence, and which models it uses.</summary>
    public static Answer For(AnswerContext context, SubjectView software)
    {
        var effectiveStatement = software.GetEffective(Properties.Licence, context.Day);
        var licence = effectiveStatement.Value is { } id ? context.Facts.Licence(id) : null;
        var uses = software.Subject.Related.Select(context.Facts.Find).OfType<SubjectView>().ToArray();
        var lead = context.Wording["software", ("name", software.Name), ("about", software.Subject.About ?? "")];
        var how = licence is null
            ? context.Wording["software_no_licence"]
            : context.Wording[
                licence.OsiApproved ? "software_open" : "software_licence",
                ("name", software.Name),
                ("licence", LicenceFormatter.GetFullName(licence))
            ];
        var facts = effectiveStatement.Statement is { } statement ? [statement] : software.All(Properties.Event);
        var answer = context.Answer([software], lead, facts) with
        {
            How = how,
            Status = facts.IsEmpty ? AnswerStatus.NoFact : AnswerStatus.Answered,
        };
        return uses.Length == 0
            ? answer
            : answer with
            {
                Notes = [context.Wording["software_uses", ("name", software.Name), ("models", context.Names(uses))]],
            };
    }
}
