using LiveBoard.Benchmarks;
using LiveBoard.Benchmarks.Yardstick;

try
{
    var options = BenchmarkOptions.Parse(args);
    await (options.Verb == "yardstick-server" ? YardstickServer.RunAsync() : BenchmarkRun.RunAsync(options));
    return 0;
}
catch (BenchmarkException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 1;
}
