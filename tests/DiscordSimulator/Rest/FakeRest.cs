using System.Collections.Concurrent;
using System.Text.Json;
using DiscordSimulator.Channels;
using DiscordSimulator.Interactions;
using DiscordSimulator.OpenApi;
using DiscordSimulator.Rules;
using Microsoft.AspNetCore.Http;

namespace DiscordSimulator.Rest;

/// <summary>The REST API: what a bot needs of it, with Discord's limits. A route that it does not have is a violation.</summary>
public sealed class FakeRest
{
    private const string Base = "/api/v10/";

    private readonly FakeDiscordOptions _options;
    private readonly Violations _violations;
    private readonly InteractionDesk _desk;
    private readonly SchemaChecker? _schemas;
    private readonly ConcurrentQueue<RestFault> _faults = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _held = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _unanswered = new();
    private readonly Pace _pace;
    private volatile string _commands = "[]";

    internal FakeRest(FakeDiscordOptions options, Violations violations, InteractionDesk desk)
    {
        (_options, _violations, _desk) = (options, violations, desk);
        (Requests, Arrivals) = (new EventLog<RequestRecord>(options.Remembers), new EventLog<string>(options.Remembers));
        _pace = new Pace(options);
        Board = new Board(options);
        _schemas = options.OpenApi is { } path ? SchemaChecker.Load(path) : null;
    }

    /// <summary>The channels and what stands in them.</summary>
    public Board Board { get; }

    /// <summary>How many requests were refused because they came too fast.</summary>
    public int RateLimited => _pace.Refused;

    /// <summary>Requests that came in.</summary>
    public EventLog<RequestRecord> Requests { get; }

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
        _faults.Enqueue(new RestFault(method, contains, status, body,
            retryAfter is { } seconds ? new Dictionary<string, string> { ["Retry-After"] = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture) } : [], applies));

    /// <summary>Holds back answers to paths that contain a text, until disposed.</summary>
    public IDisposable Hold(string contains)
    {
        var gate = _held[contains] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return new Release(() =>
        {
            _held.TryRemove(contains, out _);
            gate.TrySetResult();
        });
    }

    /// <summary>Requests as they come in, before anything is done: method and path.</summary>
    public EventLog<string> Arrivals { get; }

    /// <summary>Does what requests to paths that contain a text ask for, but keeps the answers back, until disposed.</summary>
    public IDisposable HoldAnswers(string contains)
    {
        var gate = _unanswered[contains] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return new Release(() =>
        {
            _unanswered.TryRemove(contains, out _);
            gate.TrySetResult();
        });
    }

    internal async Task ServeAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!;
        path = path.StartsWith(Base, StringComparison.Ordinal) ? path[Base.Length..] : path;
        var (body, files) = await BodyAsync(http.Request);
        Arrivals.Add($"{http.Request.Method} {path}");
        foreach (var (contains, gate) in _held)
        {
            if (path.Contains(contains, StringComparison.Ordinal))
                await gate.Task;
        }

        // Whoever asked may be gone by now; what never arrived takes no effect.
        if (http.RequestAborted.IsCancellationRequested)
            return;

        var at = _options.Time.GetTimestamp();
        var fault = TakeFault(http.Request.Method, path);
        var answer = _pace.Take(http, http.Request.Method, path.Split('/'));
        answer ??= fault is null or { Applies: true } ? Answer(http.Request, path, body, files, at) : new Answer(fault.Status, fault.Body);
        if (fault is not null)
            answer = new Answer(fault.Status, fault.Body);
        if (answer.Violation is { } violation)
            _violations.Add(violation);
        Requests.Add(new RequestRecord(http.Request.Method, path, body, answer.Status) { At = at, Files = files });
        foreach (var (contains, gate) in _unanswered)
        {
            if (path.Contains(contains, StringComparison.Ordinal))
                await gate.Task;
        }

        if (answer.Status == 0)
        {
            http.Abort();
            return;
        }

        foreach (var (name, value) in fault?.Headers ?? new Dictionary<string, string>())
            http.Response.Headers[name] = value;
        http.Response.StatusCode = answer.Status;
        if (answer.Body.Length > 0)
        {
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync(answer.Body);
        }
    }

    private static async Task<(string Body, IReadOnlyList<SentFile> Files)> BodyAsync(HttpRequest request)
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

    private RestFault? TakeFault(string method, string path)
    {
        if (!_faults.TryPeek(out var fault) || fault.Method != method || !path.Contains(fault.Contains, StringComparison.Ordinal))
            return null;
        _faults.TryDequeue(out fault);
        return fault;
    }

    private Answer Answer(HttpRequest request, string path, string body, IReadOnlyList<SentFile> files, long at)
    {
        var parts = path.Split('/');
        var isInteraction = parts[0] is "interactions" or "webhooks";
        if (!request.Headers.UserAgent.ToString().StartsWith("DiscordBot (", StringComparison.Ordinal))
            _violations.Add($"{request.Method} {path} with the User-Agent '{request.Headers.UserAgent}'");
        if (!isInteraction && request.Headers.Authorization != $"Bot {_options.Token}")
            return Rest.Answer.Error(401, 0, "401: Unauthorized");
        if (_options.Validates && body.Length > 0 && _schemas?.Check(request.Method, path, body) is { } fault)
            return Refuse($"{request.Method} {path} does not match Discord's API description: {fault}");
        return (request.Method, parts) switch
        {
            ("GET", ["gateway", "bot"]) => Rest.Answer.Ok(GatewayInfo()),
            ("GET", ["applications", "@me"]) => Rest.Answer.Ok($$"""{"id":"{{Ids.Application}}","name":"AiNewsBot","verify_key":"00"}"""),
            ("GET", ["applications", Ids.Application, "commands"]) => Rest.Answer.Ok(_commands),
            ("PUT", ["applications", Ids.Application, "commands"]) => PutCommands(body),
            ("POST", ["interactions", var id, var token, "callback"]) => Callback(id, token, body, files, at),
            ("PATCH", ["webhooks", Ids.Application, var token, "messages", "@original"]) => Edit(token, body, files, at),
            _ => Board.Serve(request.Method, parts, request.QueryString.Value ?? "", body) ?? Unknown(request.Method, path),
        };
    }

    private string GatewayInfo() =>
        $$$"""{"url":"{{{GatewayUrl}}}","shards":{{{_options.Shards}}},"session_start_limit":{"total":1000,"remaining":{{{_options.IdentifiesLeft}}},"reset_after":14400000,"max_concurrency":{{{_options.MaxConcurrency}}}}}""";

    private Answer PutCommands(string body)
    {
        using var commands = JsonDocument.Parse(body);
        if (_options.Validates && CommandRules.FaultOf(commands.RootElement) is { } fault)
            return Refuse(fault);
        _commands = CommandRules.AsRegistered(commands.RootElement);
        return Rest.Answer.Ok(_commands);
    }

    private Answer Callback(string id, string token, string body, IReadOnlyList<SentFile> files, long at)
    {
        using var reply = JsonDocument.Parse(body);
        return _desk.Take(id, token, reply.RootElement, files, at, _options.Validates ? (type, given) => MessageRules.FaultOfReply(type, given) ?? FaultOfFiles(given, files) : null, Refuse);
    }

    private static string? FaultOfFiles(JsonElement reply, IReadOnlyList<SentFile> files) =>
        reply.TryGetProperty("data", out var message) ? FileRules.FaultOf(message, files) : null;

    private Answer Edit(string token, string body, IReadOnlyList<SentFile> files, long at)
    {
        using var message = JsonDocument.Parse(body);
        if (_options.Validates && (MessageRules.FaultOf(message.RootElement) ?? FileRules.FaultOf(message.RootElement, files)) is { } fault)
            return Refuse(fault);
        return _desk.Edit(token, message.RootElement, files, at);
    }

    private Answer Refuse(string fault)
    {
        _violations.Add(fault);
        return new Answer(400, $$$"""{"message":"Invalid Form Body","code":50035,"errors":{"_errors":[{"code":"FAKE","message":{{{JsonSerializer.Serialize(fault)}}}}]}}""");
    }

    private Answer Unknown(string method, string path)
    {
        _violations.Add($"{method} {path} is no route of the simulator");
        return Rest.Answer.Error(404, 0, "404: Not Found");
    }

    private sealed class Release(Action act) : IDisposable
    {
        public void Dispose() => act();
    }
}
