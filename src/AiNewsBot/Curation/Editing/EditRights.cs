namespace AiNewsBot.Curation.Editing;

/// <summary>Who may change what, as conditions in SQL: a right that was lost between
/// opening a form and sending it is lost here, too.</summary>
internal static class EditRights
{
    /// <summary>May edit the layer.</summary>
    public const string Edit = """
        (@Layer = 'global' AND @IsCurator OR @Layer <> 'global' AND @Layer = @Server
            AND (@Manages OR EXISTS (SELECT 1 FROM server_roles
                WHERE server = @Layer AND power IN ('edit', 'approve') AND @Roles LIKE '%,' || role || ',%')))
        """;

    /// <summary>May lock its statements, and decide on suggestions.</summary>
    public const string Approve = """
        (@Layer = 'global' AND @IsCurator OR @Layer <> 'global' AND @Layer = @Server
            AND (@Manages OR EXISTS (SELECT 1 FROM server_roles WHERE server = @Layer AND power = 'approve' AND @Roles LIKE
                '%,' || role || ',%')))
        """;

    /// <summary>What both ask for.</summary>
    public static Claims For(Author author, Layer layer) =>
        new(layer.Id, author.Server ?? "", author.IsCurator, author.ManagesServer, $",{string.Join(',', author.Roles)},");

    /// <summary>The parameters of the conditions.</summary>
    /// <param name="Roles">With a comma before and behind each.</param>
    public sealed record Claims(string Layer, string Server, bool IsCurator, bool Manages, string Roles);
}
