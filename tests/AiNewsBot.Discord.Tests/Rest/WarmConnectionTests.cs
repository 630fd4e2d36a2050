using System.Globalization;
using AiNewsBot.Discord.Gateway;
using AiNewsBot.Discord.Interactions;
using AiNewsBot.Discord.Models;
using AiNewsBot.Discord.Rest;
using DiscordSimulator;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace AiNewsBot.Discord.Tests.Rest;

/// <summary>Answers leave at once, over TLS and HTTP/2, also after either side closed the connection.</summary>
public sealed class WarmConnectionTests : IAsyncLifetime
{
    private const string Http2 = "HTTP/2";
    private const string Http1 = "HTTP/1.1";

    private static readonly InteractionReply Hello = new InteractionReply.Send(
        new OutgoingMessage { Components = [new Component.Text("Hello")] }
    );

    private readonly CancellationTokenSource _stopping = new();
    private TimeProvider _time = TimeProvider.System;
    private FakeDiscord _discord = null!;
    private DiscordRest _rest = null!;
    private Task _keeping = Task.CompletedTask;

    private DiscordSimulator.Wire.Relay Relay => _discord.Relay!;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _keeping;
        _rest.Dispose();
        await _discord.DisposeAsync();
        _stopping.Dispose();
    }

    [Fact]
    public async Task Connection_is_open_before_the_first_answer()
    {
        await StartAsync();
        await WarmAsync(1);

        Assert.True(await AnswerAsync());

        Assert.Equal(1, Relay.Opened.Count);
        Assert.Equal(Http2, _discord.Rest.Openings.All[0]);
        Assert.Equal(Http2, _discord.Rest.Requests.All[^1].Protocol);
    }

    [Fact]
    public async Task Connection_that_the_server_closed_is_open_again_before_the_next_answer()
    {
        await StartAsync();
        await WarmAsync(1);
        Assert.True(await AnswerAsync());

        Relay.Cut();
        await WarmAsync(2);
        Assert.True(await AnswerAsync());

        Assert.Equal(2, Relay.Opened.Count);
    }

    [Fact]
    public async Task Answers_leave_at_once_on_the_other_connection_while_one_is_opened_again()
    {
        await StartAsync(connections: 2);
        await WarmAsync(2);
        Relay.SilencesNew = true;

        _discord.Rest.CloseConnections(1);
        await Relay.Opened.ReachAsync(3, "the closed one to be opened again");

        // Whichever has its turn.
        Assert.True(await AnswerAsync());
        Assert.True(await AnswerAsync());
        Assert.All(_discord.Rest.Requests.All, request => Assert.Equal(Http2, request.Protocol));
    }

    [Theory]
    [InlineData("closed by the server")]
    [InlineData("closed by the server after word")]
    [InlineData("cut on the way")]
    public async Task Connections_that_end_are_opened_again_at_once_though_they_ended_seconds_before(string ending)
    {
        // No pause before an attempt ends while this clock stands still.
        var time = new FakeTimeProvider();
        _time = time;
        await StartAsync(connections: 2);
        await WarmAsync(2);

        for (var round = 2; round <= 6; round++)
        {
            time.Advance(TimeSpan.FromSeconds(2));
            End(ending);
            await WarmAsync(2 * round);
            Assert.True(await AnswerAsync());
        }

        // A handshake for each that ended, and none for an answer.
        Assert.Equal(12, Relay.Opened.Count);
    }

    [Fact]
    public async Task Answers_leave_on_new_connections_while_the_server_still_answers_on_those_that_it_closes()
    {
        await StartAsync(connections: 2);
        await WarmAsync(2);
        Task<bool> late;
        using (_discord.Rest.Hold("callback"))
        {
            late = AnswerAsync();
            await _discord.Rest.Arrivals.ReachAsync(1, "the answer to arrive");

            _discord.Rest.RetireConnections();
            await WarmAsync(4);
        }

        Assert.True(await late);
        Assert.True(await AnswerAsync());
        Assert.True(await AnswerAsync());
        Assert.Equal(4, Relay.Opened.Count);
    }

    [Fact]
    public async Task Answer_whose_connection_is_closed_under_it_leaves_on_the_other_at_once()
    {
        _time = new FakeTimeProvider();
        await StartAsync(connections: 2);
        await WarmAsync(2);
        Relay.SilencesNew = true;
        _discord.Rest.FailNext("POST", "callback", 0);

        Assert.True(await AnswerAsync());

        Assert.Equal([Http2, Http2], _discord.Rest.Requests.All.Select(request => request.Protocol));
        Assert.InRange(Relay.Opened.Count, 2, 3);
    }

    [Fact]
    public async Task Burst_by_http_1_opens_no_more_connections_than_are_kept()
    {
        _time = new FakeTimeProvider();
        await StartAsync(usesTls: false);
        await WarmAsync(1);
        Task<bool>[] answers;
        using (_discord.Rest.Hold("callback"))
        {
            answers = [.. Enumerable.Range(0, 400).Select(_ => AnswerAsync())];
            await _discord.Rest.Arrivals.ReachAsync(128, "as many answers as there may be connections");
        }

        Assert.All(await Task.WhenAll(answers), Assert.True);
        Assert.Equal(128, Relay.Opened.Count);
    }

    [Fact]
    public async Task Connection_that_the_client_closed_is_open_again()
    {
        // The shortest that a pool looks after: a quarter of a second, at each second.
        await StartAsync(handler => handler.PooledConnectionIdleTimeout = TimeSpan.FromMilliseconds(1));
        await WarmAsync(1);

        await Relay.Closed.ReachAsync(1, "the client to close its connection");
        await WarmAsync(2);

        Assert.True(await AnswerAsync());
    }

    [Fact]
    public async Task Answer_goes_by_another_connection_where_its_own_is_silent()
    {
        await StartAsync();
        await WarmAsync(1);

        Relay.Silence();

        Assert.True(await AnswerAsync());
        Assert.Equal(Http1, _discord.Rest.Requests.All[^1].Protocol);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(500)]
    public async Task Burst_is_answered_whole_on_few_connections(int count)
    {
        await StartAsync();
        await WarmAsync(1);

        var answers = await Task.WhenAll(Enumerable.Range(0, count).Select(_ => AnswerAsync()));

        Assert.All(answers, Assert.True);
        Assert.Equal(count, _discord.Rest.Requests.Count);
        Assert.InRange(Relay.Opened.Count, 1, 1 + count / 50);
    }

    [Fact]
    public async Task Server_without_http_2_is_spoken_to_by_http_1()
    {
        await StartAsync(usesTls: false);
        await WarmAsync(1);

        Assert.True(await AnswerAsync());

        // It shares no connection between requests: the first may still be on its way back.
        Assert.InRange(Relay.Opened.Count, 1, 2);
        Assert.Equal(Http1, _discord.Rest.Requests.All[^1].Protocol);
    }

    [Fact]
    public async Task Answers_take_turns_on_the_connections_of_several_shards()
    {
        await StartAsync(connections: 3);
        await WarmAsync(3);

        // More than one connection of HTTP/2 carries at a time.
        var answers = await Task.WhenAll(Enumerable.Range(0, 150).Select(_ => AnswerAsync()));

        Assert.All(answers, Assert.True);
        Assert.Equal(3, Relay.Opened.Count);
    }

    [Fact]
    public async Task Connections_of_all_shards_are_open_before_the_first_identifies()
    {
        await StartAsync(usesTls: false, connections: 0, shards: 3);
        var dispatcher = new InteractionDispatcher(
            _rest,
            Mock.Of<IInteractionHandler>(),
            TimeProvider.System,
            NullLogger<InteractionDispatcher>.Instance
        );
        var running = new GatewayClient(Options(null), _rest, dispatcher, TimeProvider.System, NullLogger<GatewayClient>.Instance).RunAsync(
            _stopping.Token
        );

        await _discord.Gateway.Identifies.ReachAsync(1, "the first shard to identify");

        Assert.Equal(3, _discord.Rest.Openings.Count);
        await _stopping.CancelAsync();
        await running;
    }

    private async Task StartAsync(Action<SocketsHttpHandler>? configure = null, bool usesTls = true, int connections = 1, int shards = 1)
    {
        _discord = await FakeDiscord.StartAsync(
            new FakeDiscordOptions
            {
                UsesTls = usesTls,
                Distance = TimeSpan.Zero,
                Shards = shards,
                IdentifyPace = TimeSpan.Zero,
            }
        );
        _rest = new DiscordRest(Options(configure), _time, NullLogger<DiscordRest>.Instance);
        if (connections > 0)
            _keeping = _rest.KeepReadyAsync(connections, _stopping.Token);
    }

    private DiscordOptions Options(Action<SocketsHttpHandler>? configure)
    {
        var certificate = _discord.Certificate?.GetCertHashString();
        return new DiscordOptions
        {
            Token = _discord.Token,
            ApiBaseUrl = new Uri(_discord.ApiBaseUrl),
            Configure = handler =>
            {
                handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == certificate;
                configure?.Invoke(handler);
            },
        };
    }

    private void End(string ending)
    {
        if (ending == "cut on the way")
            Relay.Cut();
        else if (ending == "closed by the server")
            _discord.Rest.CloseAllConnections();
        else
            _discord.Rest.RetireConnections();
    }

    private Task WarmAsync(int times) => _discord.Rest.Openings.ReachAsync(times, "the connection for answers to be opened");

    private Task<bool> AnswerAsync()
    {
        var (id, token) = _discord.Begin((int)InteractionKind.Command);
        var asked = new Interaction
        {
            Id = new Snowflake(ulong.Parse(id, CultureInfo.InvariantCulture)),
            Token = token,
            ApplicationId = new Snowflake(1),
            Kind = InteractionKind.Command,
        };
        return _rest.AnswerAsync(asked, Hello, _time.GetTimestamp(), TestContext.Current.CancellationToken);
    }
}
