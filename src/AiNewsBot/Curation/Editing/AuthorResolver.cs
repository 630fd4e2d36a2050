using AiNewsBot.Chat;

namespace AiNewsBot.Curation.Editing;

/// <summary>Tells who asks as the author of changes.</summary>
internal sealed class AuthorResolver(CurationSettings settings)
{
    public bool IsCurator(Caller caller) => settings.Curators.Contains(caller.User);

    public Author Resolve(Caller caller) =>
        new(caller.User, caller.Server)
        {
            Roles = caller.Roles,
            ManagesServer = caller.ManagesServer,
            IsCurator = IsCurator(caller),
        };
}
