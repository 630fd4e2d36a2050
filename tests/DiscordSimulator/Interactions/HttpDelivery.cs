using DiscordSimulator.Rest;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace DiscordSimulator.Interactions;

/// <summary>Interactions that go to the bot by HTTP: the first answer is the response.</summary>
internal sealed class HttpDelivery(FakeRest rest, PendingInteractions interactions, Func<string, Task<HttpResponseMessage>> send)
{
    public async Task DeliverAsync(Pending pending, string interaction)
    {
        try
        {
            interactions.Leaves(pending);
            using var response = await send(interaction);
            response.EnsureSuccessStatusCode();
            var (body, files) = await ReadAsync(response.Content);
            rest.AcceptResponse(pending, body, files);
        }
        catch (Exception exception)
        {
            pending.Failed(exception);
        }
    }

    // An answer with files has several parts, as where it is sent by REST.
    private static async Task<(string Body, IReadOnlyList<SentFile> Files)> ReadAsync(HttpContent content)
    {
        var type = content.Headers.ContentType;
        if (type?.MediaType?.StartsWith("multipart/", StringComparison.Ordinal) != true)
            return (await content.ReadAsStringAsync(), []);
        var boundary = HeaderUtilities.RemoveQuotes(type.Parameters.Single(one => one.Name == "boundary").Value).ToString();
        var reader = new MultipartReader(boundary, await content.ReadAsStreamAsync());
        var (body, files) = ("", new List<SentFile>());
        while (await reader.ReadNextSectionAsync() is { } section)
        {
            var disposition = section.GetContentDispositionHeader()!;
            using var part = new MemoryStream();
            await section.Body.CopyToAsync(part);
            if (disposition.IsFileDisposition())
                files.Add(new SentFile(NameOf(disposition.Name), NameOf(disposition.FileName), part.ToArray()));
            else
                body = System.Text.Encoding.UTF8.GetString(part.ToArray());
        }

        return (body, files);
    }

    private static string NameOf(Microsoft.Extensions.Primitives.StringSegment name) => HeaderUtilities.RemoveQuotes(name).ToString();
}
