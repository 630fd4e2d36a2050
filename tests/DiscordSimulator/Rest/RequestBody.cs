using Microsoft.AspNetCore.Http;

namespace DiscordSimulator.Rest;

/// <summary>The text of a request, and the files that come with it.</summary>
internal static class RequestBody
{
    public static async Task<(string Body, IReadOnlyList<SentFile> Files)> ReadAsync(HttpRequest request)
    {
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync();
            return (form["payload_json"].ToString(), [.. form.Files.Select(ContentOf)]);
        }

        using var reader = new StreamReader(request.Body);
        return (await reader.ReadToEndAsync(), []);
    }

    private static SentFile ContentOf(IFormFile file)
    {
        using var content = new MemoryStream();
        file.CopyTo(content);
        return new SentFile(file.Name, file.FileName, content.ToArray());
    }
}
