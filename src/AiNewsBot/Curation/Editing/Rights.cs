using Dapper;

namespace AiNewsBot.Curation.Editing;

/// <summary>Who may change what, as conditions in SQL: a right that was lost between opening a form and sending it is lost here, too.</summary>
internal static class Rights
{
    /// <summary>May edit the layer.</summary>
    public const string Edit =
        """
        (@layer = 'global' AND @isCurator OR @layer <> 'global' AND @layer = @server
            AND (@manages OR EXISTS (SELECT 1 FROM server_roles WHERE server = @layer AND power IN ('edit', 'approve') AND role IN @roles)))
        """;

    /// <summary>May lock its statements, and decide on suggestions.</summary>
    public const string Approve =
        """
        (@layer = 'global' AND @isCurator OR @layer <> 'global' AND @layer = @server
            AND (@manages OR EXISTS (SELECT 1 FROM server_roles WHERE server = @layer AND power = 'approve' AND role IN @roles)))
        """;

    /// <summary>What both ask for.</summary>
    public static DynamicParameters Of(Author author, Layer layer)
    {
        var parameters = new DynamicParameters();
        parameters.Add("layer", layer.Id);
        parameters.Add("server", author.Server ?? "");
        parameters.Add("isCurator", author.IsCurator);
        parameters.Add("manages", author.ManagesServer);
        parameters.Add("roles", author.Roles.ToArray());
        return parameters;
    }
}
