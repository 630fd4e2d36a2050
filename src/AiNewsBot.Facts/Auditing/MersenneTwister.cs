using System.Numerics;

namespace AiNewsBot.Facts.Auditing;

/// <summary>
/// The generator MT19937 of Matsumoto and Nishimura, seeded as Python's <c>random</c> seeds it: audits that were drawn before stay
/// repeatable, and a draw that is doubted can be repeated elsewhere.
/// </summary>
internal sealed class MersenneTwister
{
    private const int Length = 624;
    private const int Middle = 397;

    private readonly uint[] _state = new uint[Length];
    private int _next = Length;

    public MersenneTwister(uint seed)
    {
        // The seed is a key of one word (init_by_array of the authors' reference).
        _state[0] = 19650218;
        for (var i = 1; i < Length; i++)
            _state[i] = 1812433253 * Mixed(i) + (uint)i;
        var at = 1;
        for (var round = 0; round < Length; round++)
        {
            _state[at] = (_state[at] ^ Mixed(at) * 1664525) + seed;
            at = Following(at);
        }

        for (var round = 1; round < Length; round++)
        {
            _state[at] = (_state[at] ^ Mixed(at) * 1566083941) - (uint)at;
            at = Following(at);
        }

        _state[0] = 0x80000000;
    }

    /// <summary>A number from 0 to below a limit, each as likely as the others.</summary>
    public int Below(int limit)
    {
        var bits = 32 - BitOperations.LeadingZeroCount((uint)limit);
        while (true)
        {
            var number = (int)(Next() >> (32 - bits));
            if (number < limit)
                return number;
        }
    }

    private uint Mixed(int at) => _state[at - 1] ^ _state[at - 1] >> 30;

    private int Following(int at)
    {
        if (at + 1 < Length)
            return at + 1;
        _state[0] = _state[Length - 1];
        return 1;
    }

    private uint Next()
    {
        if (_next == Length)
            Twist();
        var number = _state[_next++];
        number ^= number >> 11;
        number ^= number << 7 & 0x9d2c5680;
        number ^= number << 15 & 0xefc60000;
        return number ^ number >> 18;
    }

    private void Twist()
    {
        for (var i = 0; i < Length; i++)
        {
            var pair = _state[i] & 0x80000000 | _state[(i + 1) % Length] & 0x7fffffff;
            _state[i] = _state[(i + Middle) % Length] ^ pair >> 1 ^ ((pair & 1) == 0 ? 0 : 0x9908b0df);
        }

        _next = 0;
    }
}
