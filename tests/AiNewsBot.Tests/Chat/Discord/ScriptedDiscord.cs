using System.Net;
using AiNewsBot.Chat.Discord;
using AiNewsBot.Discord;
using AiNewsBot.Discord.Rest;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Moq;
using Moq.Protected;

namespace AiNewsBot.Tests.Chat.Discord;

/// <summary>Discord's API as a test says that it answers: by "GET /channels/10", in order, and the last one again and again.</summary>
internal sealed class ScriptedDiscord : IDisposable
{
    private readonly Dictionary<string, Queue<(int Status, string Body)>> _answers = [];
    private readonly FakeTimeProvider _time = new();

    public ScriptedDiscord()
    {
        var handler = new Mock<HttpMessageHandler>();
        handler
            .Protected()
            .Setup<Task<HttpResponseMessage>>("SendAsync", ItExpr.IsAny<HttpRequestMessage>(), ItExpr.IsAny<CancellationToken>())
            .Returns((HttpRequestMessage request, CancellationToken token) => RespondAsync(request, token));
        Rest = new DiscordRest(new DiscordOptions { Token = "token" }, _time, NullLogger<DiscordRest>.Instance, handler.Object);
        Answer("GET /users/@me", """{"id":"2"}""");
        Answer("GET /applications/@me", """{"id":"3","name":"AiNewsBot","verify_key":"00"}""");
        Answer("GET /guilds/1/members/2", """{"roles":[]}""");
        Allow(ulong.MaxValue >> 1);
    }

    public DiscordRest Rest { get; }

    public DiscordChannelPoster Poster => new(Rest);

    /// <summary>What was asked, with the bodies.</summary>
    public List<(string Request, string Body)> Requests { get; } = [];

    public void Answer(string request, string body, int status = 200)
    {
        if (!_answers.TryGetValue(request, out var answers))
            _answers[request] = answers = new Queue<(int, string)>();
        answers.Enqueue((status, body));
    }

    /// <summary>Answers with a refusal.</summary>
    public void Refuse(string request, int status, int code) => Answer(request, $$"""{"code":{{code}},"message":"no"}""", status);

    /// <summary>What the bot may in server 1.</summary>
    public void Allow(ulong permissions)
    {
        _answers.Remove("GET /guilds/1/roles");
        Answer("GET /guilds/1/roles", $$"""[{"id":"1","permissions":"{{permissions}}"}]""");
    }

    /// <summary>The client spaces its requests, and waits before it repeats one: its clock is advanced until all are made.</summary>
    public async Task<T> RunAsync<T>(Func<DiscordChannelPoster, CancellationToken, Task<T>> work)
    {
        var running = work(Poster, TestContext.Current.CancellationToken);
        while (!running.IsCompleted)
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        return await running;
    }

    public void Dispose() => Rest.Dispose();

    private async Task<HttpResponseMessage> RespondAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var asked = $"{request.Method} {request.RequestUri!.AbsolutePath["/api/v10".Length..]}";
        Requests.Add((asked, request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken)));
        if (!_answers.TryGetValue(asked, out var answers))
            throw new HttpRequestException("no connection");
        var (status, body) = answers.Count > 1 ? answers.Dequeue() : answers.Peek();
        return new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body) };
    }
}
