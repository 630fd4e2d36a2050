using System.Text.Json;
using AiNewsBot.Json;

namespace AiNewsBot.Curation.Repositories;

/// <summary>What a host tells of a repository.</summary>
internal sealed record RepositoryState
{
    private const int MaxLength = 200;

    /// <summary>The tag of its licence, or its SPDX id; null where none is told.</summary>
    public string? Licence { get; init; }

    /// <summary>Whether the host asks for consent or a form before it hands out the files; null where it does not say.</summary>
    public bool? IsGated { get; init; }

    /// <summary>The hash of its licence file; null without one.</summary>
    public string? LicenceFileHash { get; init; }

    /// <summary>Reads the answer of the host's interface.</summary>
    /// <returns>Null for what is no description of a repository.</returns>
    public static RepositoryState? TryRead(RepositoryHost host, ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind != JsonValueKind.Object ? null
                : host == RepositoryHost.Hub ? ReadHub(document.RootElement)
                : ReadGitHub(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // https://huggingface.co/docs/hub/api: GET /api/models/{owner}/{name}?blobs=true. A licence of the maker's own is tagged "other",
    // with its name on the card.
    private static RepositoryState? ReadHub(JsonElement model)
    {
        if (model.Text("id") is null)
            return null;
        var card = model.Field("cardData");
        var tag = ShortText(card, "license");
        return new RepositoryState
        {
            Licence = tag is null or "other" ? ShortText(card, "license_name") ?? tag : tag,
            IsGated = model.Field("gated")?.ValueKind is JsonValueKind.String ? true : model.Flag("gated"),
            LicenceFileHash = model
                .Items("siblings")
                .Where(file => IsLicenceFile(file.Text("rfilename")))
                .Select(file => ShortText(file, "blobId"))
                .FirstOrDefault(),
        };
    }

    // https://docs.github.com/en/rest/licenses: GET /repos/{owner}/{repo}/license
    private static RepositoryState? ReadGitHub(JsonElement answer) =>
        ShortText(answer, "sha") is { } hash
            ? new RepositoryState
            {
                Licence = ShortText(answer.Field("license"), "spdx_id") is { } id and not "NOASSERTION" ? id : null,
                LicenceFileHash = hash,
            }
            : null;

    private static bool IsLicenceFile(string? name) =>
        name is not null
        && Path.GetFileNameWithoutExtension(name) is var stem
        && !name.Contains('/', StringComparison.Ordinal)
        && (stem.Equals("LICENSE", StringComparison.OrdinalIgnoreCase) || stem.Equals("LICENCE", StringComparison.OrdinalIgnoreCase));

    private static string? ShortText(JsonElement? element, string name) =>
        element?.Text(name) is { Length: <= MaxLength } text ? text : null;
}
