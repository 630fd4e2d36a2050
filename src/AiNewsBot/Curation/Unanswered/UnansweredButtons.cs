using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Curation.Access;
using AiNewsBot.Curation.Forms;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Curation.Unanswered;

/// <summary>The buttons below an unanswered question.</summary>
internal sealed class UnansweredButtons(FactPermissionService permissions, UnansweredQuestionQueue questions) : IComponentHandler
{
    public const string AddFact = "vain-fact";
    public const string AddAlias = "vain-alias";
    public const string Ignore = "vain-ignore";

    public ImmutableArray<string> Actions { get; } = [AddFact, AddAlias, Ignore];

    public DeferMode GetDeferMode(string action) => action == Ignore ? DeferMode.Update : DeferMode.None;

    public AccessRule GetAccess(Request request, string action, string argument) => AccessRule.For(Permission.Edit);

    public async ValueTask<Reply> HandleAsync(Request request, string action, string argument, CancellationToken cancellationToken)
    {
        var place = await permissions.GetContextAsync(request);
        if (!long.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return Replies.Ephemeral("This button is of another version of the bot. Start again with /fact unanswered.");
        var target = new FormTarget(FormPurpose.Edit, IsGlobal: false);
        switch (action)
        {
            case AddFact:
                return FactForms.ForAny(target);
            case AddAlias:
                return FactForms.ForAny(target with { Property = Properties.Alias });
            default:
                await questions.IgnoreAsync(place, number);
                return new Reply.Update(await questions.NextAsync(place, "Ignored."));
        }
    }
}
