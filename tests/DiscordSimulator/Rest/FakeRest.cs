using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using DiscordSimulator.Channels;
using DiscordSimulator.Gateway;
using DiscordSimulator.Interactions;
using DiscordSimulator.OpenApi;
using DiscordSimulator.Rules;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace DiscordSimulator.Rest;

/// <summary>The REST API: what a bot needs of it, with Discord's limits. A route that it does not have is a violation.</summary>
public sealed class FakeRest
{
    private const string Base = "/api/v10/";

    private readonly FakeDiscordOptions _options;
    private readonly Violations _violations;
    private readonly PendingInteractions _interactions;
    private readonly SchemaChecker? _schemas;
    private readonly ConcurrentQueue<RestFault> _faults = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _held = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _unanswered = new();
    private readonly ConcurrentQueue<IConnectionLifetimeFeature> _opened = new();
    private readonly ConcurrentDictionary<
        string,
        (IConnectionLifetimeFeature Life, IConnectionLifetimeNotificationFeature End)
    > _connections = new();
    private readonly SimulatedRateLimits _simulatedRateLimits;
    private volatile string _commands = "[]";

    internal FakeRest(FakeDiscordOptions options, Violations violations, PendingInteractions interactions)
    {
        (_options, _violations, _interactions) = (options, violations, interactions);
        (Requests, Arrivals) = (new EventLog<RequestRecord>(options.Remembers), new EventLog<string>(options.Remembers));
        _simulatedRateLimits = new SimulatedRateLimits(options);
        SimulatedChannels = new SimulatedChannels(options);
        _schemas = options.OpenApi is { } path ? SchemaChecker.Load(path) : null;
    }

    /// <summary>The channels and their messages.</summary>
    public SimulatedChannels SimulatedChannels { get; }

    /// <summary>How many requests were refused because they came too fast.</summary>
    public int RateLimited => _simulatedRateLimits.Refused;

    /// <summary>Requests that came in.</summary>
    public EventLog<RequestRecord> Requests { get; }

    /// <summary>Requests for the gateway's address alone, by which connections are opened: their versions of HTTP.</summary>
    public EventLog<string> Openings { get; } = new();

    /// <summary>Closes connections that were opened by such requests, those first that were opened first.</summary>
    public void CloseConnections(int count = int.MaxValue)
    {
        for (var i = 0; i < count && _opened.TryDequeue(out var connection); i++)
            connection.Abort();
    }

    /// <summary>Closes all connections that requests came by.</summary>
    public void CloseAllConnections() => ForEachConnection((life, _) => life.Abort());

    /// <summary>Takes no more requests on the connections of now: they are closed when what is under way is answered. By HTTP/2 the client
    /// is told so (GOAWAY).</summary>
    public void RetireConnections() => ForEachConnection((_, end) => end.RequestClose());

    /// <summary>The commands that are registered, as JSON.</summary>
    public string Commands => _commands;

    internal string GatewayUrl { get; set; } = "";

    /// <summary>Answers the next request of a kind with a status.</summary>
    /// <param name="method">Its method.</param>
    /// <param name="contains">What its path contains.</param>
    /// <param name="status">The status; 0 cuts the connection.</param>
    /// <param name="body">The body.</param>
    /// <param name="retryAfter">Seconds for a Retry-After header.</param>
    /// <param name="applies">Whether it takes effect all the same.</param>
    public void FailNext(string method, string contains, int status, string body = "{}", double? retryAfter = null, bool applies = false) =>
        _faults.Enqueue(
            new RestFault(
                method,
                contains,
                status,
                body,
                retryAfter is { } seconds
                    ? new Dictionary<string, string>
                    {
                        ["Retry-After"] = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    }
                    : [],
                applies
            )
        );

    /// <summary>Holds back answers to paths that contain a text, until disposed.</summary>
    public IDisposable Hold(string contains)
    {
        var release = _held[contains] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return new Release(() =>
        {
            _held.TryRemove(contains, out _);
            release.TrySetResult();
        });
    }

    /// <summary>Requests as they come in, before anything is done: method and path.</summary>
    public EventLog<string> Arrivals { get; }

    /// <summary>Does what requests to paths that contain a text ask for, but keeps the answers back, until disposed.</summary>
    public IDisposable HoldAnswers(string contains)
    {
        var release = _unanswered[contains] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return new Release(() =>
        {
            _unanswered.TryRemove(contains, out _);
            release.TrySetResult();
        });
    }

    internal async Task ServeAsync(HttpContext http)
    {
        _connections.TryAdd(
            http.Connection.Id,
            (
                http.Features.GetRequiredFeature<IConnectionLifetimeFeature>(),
                http.Features.GetRequiredFeature<IConnectionLifetimeNotificationFeature>()
            )
        );
        var path = http.Request.Path.Value!;
        path = path.StartsWith(Base, StringComparison.Ordinal) ? path[Base.Length..] : path;
        if (path == "gateway")
        {
            // Needs no token and asks for nothing: a client opens a connection by it.
            _opened.Enqueue(http.Features.GetRequiredFeature<IConnectionLifetimeFeature>());
            Openings.Add(http.Request.Protocol);
            await http.Response.WriteAsync($$"""{"url":"{{GatewayUrl}}"}""");
            return;
        }

        var (body, files) = await RequestBody.ReadAsync(http.Request);
        Arrivals.Add($"{http.Request.Method} {path}");
        foreach (var (contains, release) in _held)
        {
            if (path.Contains(contains, StringComparison.Ordinal))
                await release.Task;
        }

        // The client may be gone by now; what never arrived takes no effect.
        if (http.RequestAborted.IsCancellationRequested)
            return;

        var at = _options.Time.GetTimestamp();
        var fault = ConsumeFault(http.Request.Method, path);
        var simulatedResponse = _simulatedRateLimits.TryAdmit(http, http.Request.Method, path.Split('/'));
        simulatedResponse ??= fault is null or { Applies: true }
            ? Answer(http.Request, path, body, files, at)
            : new SimulatedResponse(fault.Status, fault.Body);
        if (fault is not null)
            simulatedResponse = new SimulatedResponse(fault.Status, fault.Body);
        if (simulatedResponse.Violation is { } violation)
            _violations.Add(violation);
        Requests.Add(
            new RequestRecord(http.Request.Method, path, body, simulatedResponse.Status)
            {
                At = at,
                Files = files,
                Protocol = http.Request.Protocol,
            }
        );
        foreach (var (contains, release) in _unanswered)
        {
            if (path.Contains(contains, StringComparison.Ordinal))
                await release.Task;
        }

        if (simulatedResponse.Status == 0)
        {
            // Not the request alone, as HTTP/2 could.
            http.Features.GetRequiredFeature<IConnectionLifetimeFeature>().Abort();
            return;
        }

        foreach (var (name, value) in fault?.Headers ?? new Dictionary<string, string>())
            http.Response.Headers[name] = value;
        http.Response.StatusCode = simulatedResponse.Status;
        if (simulatedResponse.Body.Length > 0)
        {
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync(simulatedResponse.Body);
        }
    }

    private void ForEachConnection(Action<IConnectionLifetimeFeature, IConnectionLifetimeNotificationFeature> act)
    {
        foreach (var id in _connections.Keys)
        {
            if (_connections.TryRemove(id, out var connection))
                act(connection.Life, connection.End);
        }
    }

    private RestFault? ConsumeFault(string method, string path)
    {
        if (!_faults.TryPeek(out var fault) || fault.Method != method || !path.Contains(fault.Contains, StringComparison.Ordinal))
            return null;
        _faults.TryDequeue(out fault);
        return fault;
    }

    private SimulatedResponse Answer(HttpRequest request, string path, string body, IReadOnlyList<SentFile> files, long at)
    {
        var parts = path.Split('/');
        var hasOwnToken = parts is ["interactions", ..] or ["webhooks", _, _, ..];
        if (!request.Headers.UserAgent.ToString().StartsWith("DiscordBot (", StringComparison.Ordinal))
            _violations.Add($"{request.Method} {path} with the User-Agent '{request.Headers.UserAgent}'");
        if (!hasOwnToken && request.Headers.Authorization != $"Bot {_options.Token}")
            return DiscordSimulator.Rest.SimulatedResponse.Error(401, 0, "401: Unauthorized");
        if (_options.Validates && _schemas?.IsDeprecated(request.Method, path) == true)
            return Refuse($"{request.Method} {path} is deprecated");
        if (_options.Validates && body.Length > 0 && _schemas?.Check(request.Method, path, body) is { } fault)
            return Refuse($"{request.Method} {path} does not match Discord's API description: {fault}");
        return (request.Method, parts) switch
        {
            ("GET", ["gateway", "bot"]) => DiscordSimulator.Rest.SimulatedResponse.Ok(GatewayInfo()),
            ("GET", ["applications", "@me"]) => DiscordSimulator.Rest.SimulatedResponse.Ok(
                $$"""{"id":"{{IdGenerator.Application}}","name":"AiNewsBot","verify_key":"00"}"""
            ),
            ("GET", ["users", "@me", "guilds"]) => DiscordSimulator.Rest.SimulatedResponse.Ok(Guilds(request.Query)),
            ("GET", ["applications", IdGenerator.Application, "commands"]) => DiscordSimulator.Rest.SimulatedResponse.Ok(_commands),
            ("PUT", ["applications", IdGenerator.Application, "commands"]) => PutCommands(body),
            ("POST", ["interactions", var id, var token, "callback"]) => Callback(id, token, body, files, at),
            ("PATCH", ["webhooks", IdGenerator.Application, var token, "messages", "@original"]) => Edit(token, body, files, at),
            _ => SimulatedChannels.Serve(request.Method, parts, request.QueryString.Value ?? "", body) ?? Unknown(request.Method, path),
        };
    }

    private string Guilds(IQueryCollection query)
    {
        var after = ulong.Parse(query["after"].ToString(), CultureInfo.InvariantCulture);
        var limit = int.Parse(query["limit"].ToString(), CultureInfo.InvariantCulture);
        var guilds = Payloads.Guilds(0, 1, _options).Where(guild => guild > after).Take(limit);
        return $"[{string.Join(',', guilds.Select(guild => $$"""{"id":"{{guild}}","name":"A server","owner":false}"""))}]";
    }

    private string GatewayInfo() =>
        $$$"""
            {"url":"{{{GatewayUrl}}}","shards":{{{_options.Shards}}},"session_start_limit":{"total":1000,
            "remaining":{{{_options.IdentifiesLeft}}},"reset_after":14400000,"max_concurrency":{{{_options.MaxConcurrency}}}}}
            """;

    private SimulatedResponse PutCommands(string body)
    {
        using var commands = JsonDocument.Parse(body);
        if (_options.Validates && CommandRules.GetError(commands.RootElement, _options.TakesDeprecated) is { } fault)
            return Refuse(fault);
        _commands = CommandRules.AsRegistered(commands.RootElement);
        return DiscordSimulator.Rest.SimulatedResponse.Ok(_commands);
    }

    /// <summary>Takes a first answer that came by HTTP.</summary>
    internal void AcceptResponse(Pending pending, string body, IReadOnlyList<SentFile> files) =>
        Callback(pending.Id, pending.Token, body, files, _options.Time.GetTimestamp());

    private SimulatedResponse Callback(string id, string token, string body, IReadOnlyList<SentFile> files, long at)
    {
        using var reply = JsonDocument.Parse(body);
        return _interactions.Accept(
            id,
            token,
            reply.RootElement,
            files,
            at,
            _options.Validates
                ? (type, given) => MessageRules.GetReplyError(type, given, _options.TakesDeprecated) ?? GetFilesError(given, files)
                : null,
            Refuse
        );
    }

    private static string? GetFilesError(JsonElement reply, IReadOnlyList<SentFile> files) =>
        reply.TryGetProperty("data", out var message) ? FileRules.GetError(message, files) : null;

    private SimulatedResponse Edit(string token, string body, IReadOnlyList<SentFile> files, long at)
    {
        using var message = JsonDocument.Parse(body);
        if (
            _options.Validates
            && (MessageRules.GetError(message.RootElement) ?? FileRules.GetError(message.RootElement, files)) is { } fault
        )
            return Refuse(fault);
        return _interactions.Edit(token, message.RootElement, files, at);
    }

    private SimulatedResponse Refuse(string fault)
    {
        _violations.Add(fault);
        return new SimulatedResponse(
            400,
            $$$"""
            {"message":"Invalid Form Body","code":50035,"errors":{"_errors":[{"code":"FAKE",
            "message":{{{JsonSerializer.Serialize(fault)}}}}]}}
            """
        );
    }

    private SimulatedResponse Unknown(string method, string path)
    {
        _violations.Add($"{method} {path} is no route of the simulator");
        return DiscordSimulator.Rest.SimulatedResponse.Error(404, 0, "404: Not Found");
    }

    private sealed class Release(Action act) : IDisposable
    {
        public void Dispose() => act();
    }
}
