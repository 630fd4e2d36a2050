using AiNewsBot.Answering;
using AiNewsBot.Commands;
using AiNewsBot.Servers;
using AiNewsBot.Transport;

namespace AiNewsBot.Curation;

/// <summary>Lets those in who may.</summary>
public sealed class FactGate(Gate gate, Authors authors, SnapshotHolder snapshots)
{
    /// <summary>Where somebody reviews: their server, or what waits for the curators where they are one and have no right there.</summary>
    public (FactPlace? Place, Reply? Refusal) EnterReview(Request request)
    {
        var (here, refusal) = Enter(request, Power.Approve, isGlobal: false);
        return here is null && authors.IsCurator(request.Caller) ? Enter(request, Power.Approve, isGlobal: true) : (here, refusal);
    }

    /// <summary>The place, when the one who asks has the power there; otherwise why not.</summary>
    public (FactPlace? Place, Reply? Refusal) Enter(Request request, Power power, bool isGlobal)
    {
        var author = authors.Of(request.Caller);
        if (isGlobal)
        {
            return author.IsCurator || power == Power.Suggest ? (new FactPlace(Layer.Global, snapshots.Current, author) { MayApprove = author.IsCurator }, null)
                : (null, Answered.Say("Only the bot's curators change the facts that all servers share. Edit the facts of this server, or propose yours to the curators."));
        }

        var (server, refusal) = gate.Enter(request, power);
        return server is null ? (null, refusal) : (new FactPlace(new Layer(server.Id), snapshots.For(server.Id), author) { MayApprove = server.Allows(Power.Approve, request.Caller) }, null);
    }
}
