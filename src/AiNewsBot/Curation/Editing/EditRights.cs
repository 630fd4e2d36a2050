using AiNewsBot.Storage;

namespace AiNewsBot.Curation.Editing;

/// <summary>Who may change what, as conditions in SQL: a right that was lost between
/// opening a form and sending it is lost here, too.</summary>
internal static class EditRights
{
    /// <summary>May edit the layer.</summary>
    public const string Edit = """
        (@Layer = 'global' AND @IsCurator OR @Layer <> 'global' AND @Layer = @Server
            AND (@Manages OR EXISTS (SELECT 1 FROM server_roles
                WHERE server = @Layer AND power IN ('edit', 'approve') AND role IN (SELECT value FROM json_each(@Roles)))))
        """;

    /// <summary>May lock its statements, and decide on suggestions.</summary>
    public const string Approve = """
        (@Layer = 'global' AND @IsCurator OR @Layer <> 'global' AND @Layer = @Server
            AND (@Manages OR EXISTS (SELECT 1 FROM server_roles WHERE server = @Layer AND power = 'approve' AND role IN (SELECT value
                FROM json_each(@Roles)))))
        """;

    /// <summary>What both ask for.</summary>
    public static Claims For(Author author, Layer layer) =>
        new(layer.Id, author.Server ?? "", author.IsCurator, author.ManagesServer, JsonList.From(author.Roles));

    /// <summary>The parameters of the conditions.</summary>
    /// <param name="Roles">As a JSON array.</param>
    public sealed record Claims(string Layer, string Server, bool IsCurator, bool Manages, string Roles);
}
