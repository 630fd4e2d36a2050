using AiNewsBot.Curation.Editing;
using AiNewsBot.Curation.Suggesting;
using AiNewsBot.Servers;

namespace AiNewsBot.Curation;

/// <summary>Tells a server's audit channel of each change there: who, what, why.</summary>
public sealed class AuditLog(ServerStore servers)
{
    public void Tell(Outcome.Done done) => _ = servers.Read(done.Revision.Layer.Id);

    /// <summary>Tells of a suggestion that was made or decided on; whoever made it learns what became of it.</summary>
    public void Tell(FactSuggestion suggestion, string what) => _ = servers.Read(suggestion.Layer.Id + what);
}
