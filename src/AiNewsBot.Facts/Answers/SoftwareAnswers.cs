using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;

namespace AiNewsBot.Facts.Answers;

/// <summary>What a piece of software is: no model, so that no verdict is given, but its own licence is.</summary>
internal static class SoftwareAnswers
{
    /// <summary>What is asked of it.</summary>
    public static Answer Create(AnswerContext context, SubjectView software) =>
        context.Question.Intent switch
        {
            Intent.ReleaseDate => Launch(context, software),
            Intent.Timeline when !software.All(Properties.Event).IsEmpty => TimelineAnswers.Create(context, software),
            _ => For(context, software),
        };

    /// <summary>The program that a maker and its program are both called by, as Cursor is; null without one, and where models are asked
    /// for.</summary>
    public static SubjectView? NamedAfter(AnswerContext context, SubjectView maker) =>
        maker.Subject.Kind == SubjectKind.Organization
        && context.Question.Links.FirstOrDefault(link => link.Subject == maker)?.Typed is { } typed
        && !context.Question.Tokens.Any(token => token.Text is "model" or "models" or "weights")
            ? context.Facts.All.FirstOrDefault(view =>
                view.Subject.Kind == SubjectKind.Software && view.Name.StartsWith(typed + " ", StringComparison.OrdinalIgnoreCase)
            )
            : null;

    private static Answer Launch(AnswerContext context, SubjectView software)
    {
        var launch = software
            .All(Properties.Event)
            .Where(happened => happened.Qualifier(Qualifiers.EventKind) is EventKinds.Release or EventKinds.Announcement)
            .Where(happened => happened.ValidFrom is not null)
            .MinBy(happened => happened.ValidFrom!.Value);
        return launch is null
            ? context.Refuse(AnswerStatus.NoFact, context.Wording["date_unknown", ("name", software.Name)], [software])
            : context.Answer(
                [software],
                context.Wording["software_launch", ("what", launch.Value), ("date", launch.ValidFrom!.Value.Text)],
                [launch]
            );
    }

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
