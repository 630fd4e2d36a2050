using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Answers;

/// <summary>What the licence of the model on which another is built says of outputs: Apache of FramePack itself is half of it.</summary>
internal static class OutputsOfBase
{
    /// <summary>The answer on outputs with it; as it is where no base binds.</summary>
    public static Answer Over(AnswerContext context, SubjectView subject, Licence own, Answer answer)
    {
        if (!context.IsEnglish || context.Facts.ReleasesOf(subject) is not [var release] || BaseTerms.Find(context, release) is not { } on)
            return answer;
        return answer with
        {
            Lead = context.Wording[
                "outputs_base_too",
                ("own", LicenceFormatter.GetFullName(own)),
                ("name", release.Name),
                ("base", on.Base.Name),
                ("licence", LicenceFormatter.GetFullName(on.Licence)),
                ("text", OutputAnswers.Describe(context, on.Licence))
            ],
            Notes = [OutputAnswers.OfModel(context, on.Licence)],
            Facts =
            [
                .. answer.Facts.Append(on.Fact).Concat(LicenceFormatter.Statements(on.Licence, [.. on.Licence.Restrictions])).Distinct(),
            ],
        };
    }
}
