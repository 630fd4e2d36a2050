using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Curation.Access;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Curation.Forms;
using AiNewsBot.Facts.Model;
using AiNewsBot.Scheduling;

namespace AiNewsBot.Curation.Review;

/// <summary>Says that a source was read again; a shared fact becomes the server's own by it, unless a curator says so.</summary>
internal sealed class StaleFactButtons(
    EditContextResolver contexts,
    StaleFactQueue stale,
    FactReader reader,
    FactEditingService factEditingService,
    TimeProvider time
) : IComponentHandler
{
    public ImmutableArray<string> Actions { get; } = [FactButtonIds.Verify, FactButtonIds.Stale];

    public DeferMode GetDeferMode(string action) => DeferMode.Update;

    public ValueTask<AccessRule> GetAccessAsync(Request request, string action, string argument) => new(AccessRule.For(Permission.Edit));

    public async ValueTask<Reply> HandleAsync(Request request, string action, string argument, CancellationToken cancellationToken)
    {
        var here = await contexts.ResolveAsync(request, cancellationToken: cancellationToken);
        return action == FactButtonIds.Stale
            ? new Reply.Update(await stale.NextAsync(here, StalePlace.Parse(argument), cancellationToken: cancellationToken))
            : await VerifyAsync(request, here, VerifyButton.Parse(argument), cancellationToken);
    }

    private async Task<Reply> VerifyAsync(Request request, EditContext here, VerifyButton? button, CancellationToken cancellationToken)
    {
        if (button is null)
            return Replies.Ephemeral(request.Texts["fact.old_button_stale"]);
        var place =
            button.IsGlobal && here.Author.IsCurator
                ? await contexts.ResolveAsync(request, isGlobal: true, cancellationToken: cancellationToken)
                : here;
        if (await reader.FindAsync(place.Layer, button.Statement, cancellationToken) is not { } current)
            return Replies.Ephemeral(new Refusal(RefusalCode.FactGone));
        var change = new Change(
            ChangeKind.Verify,
            place.Layer,
            current.Subject,
            current.Property,
            current.Content with
            {
                VerifiedOn = IsoDay.Format(time.Today()),
            }
        )
        {
            Statement = button.Statement,
            Base = button.Revision,
            Reason = "The source was read again",
        };
        return (await factEditingService.ApplyAsync(place.Author, change, cancellationToken: cancellationToken)) switch
        {
            EditResult.Done => new Reply.Update(
                await stale.NextAsync(
                    here,
                    new StalePlace(button.VerifiedOn, button.Statement),
                    request.Texts["fact.thank_you"],
                    cancellationToken: cancellationToken
                )
            ),
            EditResult.Refused refused => Replies.Ephemeral(refused.Why),
            _ => Replies.Ephemeral(new Refusal(RefusalCode.FactChanged)),
        };
    }
}
