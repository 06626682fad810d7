Console.WriteLine("LiveBoard benchmarks");
