using AiNewsBot.Configuration;
using AiNewsBot.Transport;

namespace AiNewsBot.Curation;

/// <summary>Tells who asks as the author of changes.</summary>
public sealed class Authors(CurationSettings settings)
{
    public bool IsCurator(Caller caller) => settings.Curators.Contains(caller.User);

    public Author Of(Caller caller) => new(caller.User, caller.Server) { Roles = caller.Roles, ManagesServer = caller.ManagesServer, IsCurator = IsCurator(caller) };
}
