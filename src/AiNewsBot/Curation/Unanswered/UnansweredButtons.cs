using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Curation.Access;
using AiNewsBot.Curation.Forms;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Curation.Unanswered;

/// <summary>The buttons below an unanswered question.</summary>
internal sealed class UnansweredButtons(EditContextResolver contexts, UnansweredQuestionQueue questions) : IComponentHandler
{
    public const string AddFact = "vain-fact";
    public const string AddModel = "vain-model";
    public const string AddAlias = "vain-alias";
    public const string Teach = "vain-teach";
    public const string Ignore = "vain-ignore";
    public const string IgnoreMany = "vain-ignore-many";

    public ImmutableArray<string> Actions { get; } = [AddModel, AddFact, AddAlias, Teach, Ignore, IgnoreMany];

    public DeferMode GetDeferMode(string action) => action is Ignore or IgnoreMany ? DeferMode.Update : DeferMode.None;

    public ValueTask<AccessRule> GetAccessAsync(Request request, string action, string argument) => new(AccessRule.For(Permission.Edit));

    public async ValueTask<Reply> HandleAsync(Request request, string action, string argument, CancellationToken cancellationToken)
    {
        var place = await contexts.ResolveAsync(request, cancellationToken: cancellationToken);
        if (action == IgnoreMany)
        {
            long[] chosen = [.. request.Values.Select(ButtonFields.Number).OfType<long>()];
            await questions.IgnoreAsync(place, chosen, cancellationToken);
            return new Reply.Update(
                await questions.NextAsync(
                    place,
                    request.Texts["fact.ignored_many", ("questions", request.Texts.Count("count.questions", chosen.Length))],
                    cancellationToken
                )
            );
        }

        if (!long.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return Replies.Ephemeral(request.Texts["fact.old_button_unanswered"]);
        var target = new FormTarget(FormPurpose.Edit, IsGlobal: false);
        switch (action)
        {
            case AddModel:
                return ModelForms.For(FormPurpose.Edit, await questions.FindNameAsync(place, number, cancellationToken));
            case AddFact:
                return FactForms.ForAny(target);
            case AddAlias:
                return FactForms.ForAny(target with { Property = Properties.Alias });
            case Teach:
                return await questions.FindAsync(place, number, cancellationToken) is { } question
                    ? FactForms.ForPhrasing(isGlobal: false, question)
                    : Replies.Ephemeral(request.Texts["fact.question_gone"]);
            default:
                await questions.IgnoreAsync(place, [number], cancellationToken);
                return new Reply.Update(
                    await questions.NextAsync(place, request.Texts["fact.ignored"], cancellationToken: cancellationToken)
                );
        }
    }
}
