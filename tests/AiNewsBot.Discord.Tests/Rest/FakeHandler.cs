using System.Net;

namespace AiNewsBot.Discord.Tests.Rest;

/// <summary>Answers requests in order, and keeps them.</summary>
internal sealed class FakeHandler(params Func<HttpResponseMessage>[] answers) : HttpMessageHandler
{
    private int _next;

    public List<(HttpMethod Method, string Path, string Body, string? Authorization)> Requests { get; } = [];

    /// <summary>Called when a request comes.</summary>
    public Action? OnRequest { get; set; }

    public static Func<HttpResponseMessage> Answer(
        HttpStatusCode status,
        string body = "{}",
        params (string Name, string Value)[] headers
    ) =>
        () =>
        {
            var answer = new HttpResponseMessage(status) { Content = new StringContent(body) };
            foreach (var (name, value) in headers)
                answer.Headers.TryAddWithoutValidation(name, value);
            return answer;
        };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        lock (Requests)
            Requests.Add((request.Method, request.RequestUri!.AbsolutePath, body, request.Headers.Authorization?.ToString()));
        OnRequest?.Invoke();
        return answers[Math.Min(_next++, answers.Length - 1)]();
    }
}
